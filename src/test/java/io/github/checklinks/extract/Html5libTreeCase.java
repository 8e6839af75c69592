// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A case of the public tree construction tests: its sections by their names. */
record Html5libTreeCase(Map<String, String> sections) {

    private static final Pattern ELEMENT = Pattern.compile("\\| ( *)<([^!?].*)>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\| ( *)([^\\s\"<]\\S*(?: href| lang)?)=\"(.*)", Pattern.DOTALL);
    private static final Pattern UNUSABLE = Pattern.compile("[\\s\\p{Cntrl}@/>=\"'<!]|^$");

    static List<Html5libTreeCase> in(Path file) throws IOException {
        List<Html5libTreeCase> cases = new ArrayList<>();
        for (String part : Files.readString(file).split("(?:^|\n)#data\n", -1)) {
            if (!part.isEmpty()) {
                cases.add(of("#data\n" + part));
            }
        }
        return cases;
    }

    private static Html5libTreeCase of(String text) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.matches("#(data|errors|new-errors|document|document-fragment|script-on|script-off)")) {
                current = new StringBuilder();
                sections.put(line, current);
            } else {
                current.append(current.length() == 0 ? "" : "\n").append(line);
            }
        }
        Map<String, String> strings = new LinkedHashMap<>();
        sections.forEach((name, content) -> strings.put(name, content.toString()));
        return new Html5libTreeCase(strings);
    }

    String input() {
        return sections.getOrDefault("#data", "");
    }

    /** Returns whether the case needs scripting or is a fragment, which a page cannot be. */
    boolean isSkipped() {
        return sections.containsKey("#script-on") || sections.containsKey("#document-fragment");
    }

    Set<String> attributeNames() {
        Set<String> names = new LinkedHashSet<>();
        for (String attribute : attributes()) {
            names.add(attribute.substring(attribute.indexOf('@') + 1, attribute.indexOf(' ')));
        }
        return names;
    }

    /** Returns {@code element@attribute value} for each attribute in the tree whose name can be a link attribute. */
    Set<String> attributes() {
        Set<String> attributes = new LinkedHashSet<>();
        String element = "";
        for (String line : sections.getOrDefault("#document", "").split("\n(?=\\|)", -1)) {
            Matcher open = ELEMENT.matcher(line.strip());
            Matcher attribute = ATTRIBUTE.matcher(line);
            if (open.matches()) {
                String name = open.group(2);
                element = name.substring(name.indexOf(' ') + 1);
            } else if (attribute.matches()) {
                String name = attribute.group(2).replace(' ', ':').toLowerCase(Locale.ROOT);
                String value = attribute.group(3).stripTrailing();
                if (!UNUSABLE.matcher(name).find() && value.endsWith("\"")) {
                    attributes.add(element + "@" + name + " " + value.substring(0, value.length() - 1));
                }
            }
        }
        return attributes;
    }
}
