// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * An item of a structured parameter, such as a mapping, before its parts are parsed.
 *
 * @param place its location for messages: {@code item 2 of mappings}
 * @param parts the texts of each part by name; never blank
 */
record Item(String place, Map<String, List<String>> parts) {

    /**
     * Returns the items, regardless of their element names.
     *
     * @param list the name of the parameter
     * @param known the valid names of parts
     * @throws IllegalArgumentException for an unknown part
     */
    static List<Item> of(String list, List<String> known, PlexusConfiguration configuration) {
        List<Item> items = new ArrayList<>();
        for (PlexusConfiguration child : configuration.getChildren()) {
            items.add(of("item " + (items.size() + 1) + " of " + list, child, known));
        }
        return items;
    }

    /**
     * Returns the items of a parameter, or null if there are none. For an unset parameter Maven may pass the unresolved property
     * expression as text.
     *
     * @throws IllegalArgumentException if there is text instead of items
     */
    static @Nullable PlexusConfiguration items(
            String list, @Nullable PlexusConfiguration configuration, String example) {
        if (configuration == null || configuration.getChildCount() > 0) {
            return configuration;
        }
        String text = TextParameter.orNull(configuration.getValue());
        if (text != null && !text.equals("${check-links." + list + "}")) {
            throw new IllegalArgumentException(list + " contains text but must contain items. Example: <" + list + ">"
                    + example + "</" + list + ">");
        }
        return null;
    }

    private static Item of(String place, PlexusConfiguration item, List<String> known) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (PlexusConfiguration part : item.getChildren()) {
            if (!known.contains(part.getName())) {
                throw InvalidParameter.name("element in " + place, part.getName(), known);
            }
            parts.put(part.getName(), texts(part));
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(place + " is empty; possible elements: " + String.join(", ", known));
        }
        return new Item(place, parts);
    }

    private static List<String> texts(PlexusConfiguration part) {
        if (part.getChildCount() == 0) {
            return TextParameter.clean(part.getValue());
        }
        return Arrays.stream(part.getChildren())
                .flatMap(child -> TextParameter.clean(child.getValue()).stream())
                .toList();
    }

    /** Returns the text of a part; null if it is missing. */
    @Nullable
    String text(String part) {
        List<String> texts = texts(part);
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** Returns the texts of a part; empty if it is missing. */
    List<String> texts(String part) {
        return parts.getOrDefault(part, List.of());
    }

    /**
     * Returns the text of a required part.
     *
     * @throws IllegalArgumentException if it is missing
     */
    String required(String part, String example) {
        String text = text(part);
        if (text == null) {
            throw new IllegalArgumentException(
                    place + " needs a " + part + ". Example: <" + part + ">" + example + "</" + part + ">");
        }
        return text;
    }
}
