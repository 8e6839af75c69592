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
 * One item of a list whose items have parts, such as a mapping, as it was typed.
 *
 * @param place where it stands, for messages: {@code item 2 of mappings}
 * @param parts the texts of each part, by its name; never blank
 */
record Item(String place, Map<String, List<String>> parts) {

    /**
     * Reads the items, whatever their elements are called.
     *
     * @param list the list's name
     * @param known the names a part may have
     * @throws IllegalArgumentException for a part of another name
     */
    static List<Item> of(String list, List<String> known, PlexusConfiguration configuration) {
        List<Item> items = new ArrayList<>();
        for (PlexusConfiguration child : configuration.getChildren()) {
            items.add(of("item " + (items.size() + 1) + " of " + list, child, known));
        }
        return items;
    }

    /**
     * The items of a parameter, or null when there are none. Maven hands over the unset property of an unset parameter as its text.
     *
     * @throws IllegalArgumentException when there is text instead of items
     */
    static @Nullable PlexusConfiguration items(
            String list, @Nullable PlexusConfiguration configuration, String example) {
        if (configuration == null || configuration.getChildCount() > 0) {
            return configuration;
        }
        String text = TextParameter.orNull(configuration.getValue());
        if (text != null && !text.equals("${check-links." + list + "}")) {
            throw new IllegalArgumentException(list + " holds text, but allowed are only items. Example: <" + list + ">"
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
            throw new IllegalArgumentException(place + " has none of its parts; they are: " + String.join(", ", known));
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

    /** The text of a part; null when it is not there. */
    @Nullable
    String text(String part) {
        List<String> texts = texts(part);
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** The texts of a part; empty when it is not there. */
    List<String> texts(String part) {
        return parts.getOrDefault(part, List.of());
    }

    /**
     * The text of a part that must be there.
     *
     * @throws IllegalArgumentException when it is not
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
