// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import io.github.checklinks.source.file.SourceFiles;
import io.github.checklinks.source.toolchain.SourceText.Line;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows the includes of a document, and replaces the attributes that AsciiDoc files define. */
final class Expander {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_LENGTH = 4 << 20;

    private static final Pattern ENTRY = Pattern.compile("^:(!?)([\\w-]+)(!?):(?:[ \\t]+(.*))?$");
    private static final Pattern TAG = Pattern.compile("\\b(tag|end)::([^\\s\\[\\]]+)\\[\\]");
    private static final Pattern USE = Pattern.compile("(\\\\?)\\{([\\w-]+)\\}");

    private final SourceFiles files;
    private final Includes includes;
    private final BiFunction<Path, String, @Nullable Path> resolver;
    private final @Nullable Map<String, String> attributes;
    private final Set<String> fixed;
    private final StringBuilder text = new StringBuilder();
    private final List<Line> lines = new ArrayList<>();
    private boolean whole = true;

    /**
     * Creates an expander for one document.
     *
     * @param resolver returns the file with a name that another file includes
     * @param attributes those set outside of the document, which it cannot change; null if the syntax has none
     */
    Expander(
            SourceFiles files,
            Includes includes,
            BiFunction<Path, String, @Nullable Path> resolver,
            @Nullable Map<String, String> attributes) {
        this.files = files;
        this.includes = includes;
        this.resolver = resolver;
        this.attributes = attributes == null ? null : new HashMap<>(attributes);
        this.fixed = attributes == null ? Set.of() : new HashSet<>(attributes.keySet());
        if (this.attributes != null) {
            // With an at sign at its end, a value is only a default.
            this.fixed.removeIf(name -> this.attributes.getOrDefault(name, "").endsWith("@"));
            this.attributes.replaceAll(
                    (name, value) -> value.endsWith("@") ? value.substring(0, value.length() - 1) : value);
        }
    }

    SourceText of(Path document) {
        add(document, 0, Set.of());
        return new SourceText(
                text.toString(), List.copyOf(lines), attributes == null ? Map.of() : Map.copyOf(attributes), whole);
    }

    private void add(Path file, int depth, Set<String> tags) {
        Deque<String> open = new ArrayDeque<>();
        String[] content = files.text(file).split("\n", -1);
        int length = content.length > 1 && content[content.length - 1].isEmpty() && depth > 0
                ? content.length - 1
                : content.length;
        for (int i = 0; i < length; i++) {
            String line = content[i].endsWith("\r") ? content[i].substring(0, content[i].length() - 1) : content[i];
            if (!tags.isEmpty() && isTag(line, open)
                    || !tags.isEmpty() && open.stream().noneMatch(tags::contains)) {
                continue;
            }
            String replaced = attributes == null ? line : replaced(line, attributes, fixed);
            String name = includes.file(replaced);
            Path included = name == null || depth == MAX_DEPTH ? null : resolver.apply(file, name);
            if (included != null && text.length() < MAX_LENGTH) {
                add(included, depth + 1, includes == Includes.ASCIIDOC ? Includes.tags(replaced) : Set.of());
                continue;
            }
            whole &= !Includes.isUnknown(line);
            text.append(replaced).append('\n');
            lines.add(new Line(file, i + 1));
        }
    }

    /** Returns whether a line begins or ends a part of a file, and keeps the names of those that are open. */
    private static boolean isTag(String line, Deque<String> open) {
        Matcher tag = TAG.matcher(line);
        if (!tag.find()) {
            return false;
        }
        if (tag.group(1).equals("tag")) {
            open.push(tag.group(2));
        } else {
            open.remove(tag.group(2));
        }
        return true;
    }

    /** Replaces the attributes in a line, and remembers the one that it defines. */
    private static String replaced(String line, Map<String, String> attributes, Set<String> fixed) {
        Matcher entry = ENTRY.matcher(line);
        if (entry.matches()) {
            String name = entry.group(2);
            String value = entry.group(4) == null ? "" : entry.group(4).strip();
            if (fixed.contains(name)) {
                return "";
            }
            if (entry.group(1).isEmpty() && entry.group(3).isEmpty() && !value.endsWith("\\")) {
                attributes.put(name, uses(value, attributes));
            } else {
                attributes.remove(name);
            }
            // The value of an attribute is no text of the page.
            return "";
        }
        return line.indexOf('{') < 0 ? line : uses(line, attributes);
    }

    private static String uses(String line, Map<String, String> attributes) {
        return USE.matcher(line).replaceAll(use -> {
            String value = use.group(1).isEmpty() ? attributes.get(use.group(2)) : null;
            return Matcher.quoteReplacement(value == null ? use.group() : value);
        });
    }
}
