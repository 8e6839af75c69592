// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A case of the public tokenizer tests. */
record Html5libTokenizerCase(
        String description, String input, List<String> states, String lastStartTag, List<Object> output) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
    /** A name with U+FFFD had a NUL, which no link attribute can have. */
    private static final Pattern UNUSABLE = Pattern.compile("[\\s\\p{Cntrl}@/>=\"'<!\uFFFD]|^$");

    static List<Html5libTokenizerCase> in(Path file) throws IOException {
        List<Html5libTokenizerCase> cases = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            json.nextToken();
            Map<?, ?> root = (Map<?, ?>) Objects.requireNonNull(value(json));
            Object tests = root.containsKey("tests") ? root.get("tests") : List.of();
            for (Object test : (List<?>) Objects.requireNonNull(tests)) {
                cases.add(of((Map<?, ?>) test));
            }
        }
        return cases;
    }

    private static Html5libTokenizerCase of(Map<?, ?> test) {
        boolean escaped = Boolean.TRUE.equals(test.get("doubleEscaped"));
        List<String> states = new ArrayList<>();
        if (test.get("initialStates") instanceof List<?> list) {
            list.forEach(state -> states.add(String.valueOf(state)));
        } else {
            states.add("Data state");
        }
        List<Object> output = new ArrayList<>();
        for (Object token : (List<?>) Objects.requireNonNull(test.get("output"))) {
            output.add(escaped ? unescaped(token) : token);
        }
        String input = String.valueOf(test.get("input"));
        return new Html5libTokenizerCase(
                String.valueOf(test.get("description")),
                escaped ? unescape(input) : input,
                states,
                test.get("lastStartTag") instanceof String last ? last : "",
                output);
    }

    private static Object unescaped(Object value) {
        if (value instanceof String string) {
            return unescape(string);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Html5libTokenizerCase::unescaped).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(unescaped(key), unescaped(item)));
            return copy;
        }
        return value;
    }

    private static String unescape(String string) {
        Matcher escapes = ESCAPE.matcher(string);
        return escapes.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** Returns markup that brings a scanner into a state of the tokenizer; null if there is none. */
    @Nullable
    String prefix(String state) {
        return switch (state) {
            case "Data state" -> "";
            case "PLAINTEXT state" -> "<plaintext>";
            case "CDATA section state" -> "<svg><![CDATA[";
            case "RCDATA state", "RAWTEXT state" ->
                List.of("title", "textarea", "xmp", "style").contains(lastStartTag) ? "<" + lastStartTag + ">" : null;
            case "Script data state" -> lastStartTag.isEmpty() || lastStartTag.equals("script") ? "<script>" : null;
            default -> null;
        };
    }

    /** Returns the names of the attributes of its start tags that can be link attributes. */
    Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>();
        tags().forEach(tag -> ((Map<?, ?>) tag.get(2)).keySet().forEach(name -> names.add(String.valueOf(name))));
        names.removeIf(name -> UNUSABLE.matcher(name).find());
        return names;
    }

    /** Returns {@code element@attribute value} for each attribute of each start tag. */
    List<String> startTags() {
        Set<String> usable = attributes();
        List<String> startTags = new ArrayList<>();
        for (List<?> tag : tags()) {
            ((Map<?, ?>) tag.get(2)).forEach((name, value) -> {
                if (usable.contains(String.valueOf(name))) {
                    startTags.add(tag.get(1) + "@" + name + " " + value);
                }
            });
        }
        return startTags.stream().sorted().toList();
    }

    private List<List<?>> tags() {
        List<List<?>> tags = new ArrayList<>();
        for (Object token : output) {
            if (token instanceof List<?> list && "StartTag".equals(list.get(0))) {
                tags.add(list);
            }
        }
        return tags;
    }

    private static @Nullable Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                map.put(name, value(json));
            }
            return map;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> list = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(json));
            }
            return list;
        }
        return switch (token) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> json.getText();
        };
    }
}
