// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** The parameter {@code headers}: items {@code <header>Name: value</header>} or {@code <Name>value</Name>}; on the command line {@code Name: value}. */
public final class HeaderParameter {

    /** RFC 9110 §5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    /** A comma followed by the name of the next header; values may contain commas, too. */
    private static final Pattern BETWEEN = Pattern.compile(",(?=\\s*" + TOKEN + "\\s*:)");

    private static final String EXAMPLE = "<header>Accept-Language: en</header>";

    private HeaderParameter() {}

    /**
     * Parses the headers, in order.
     *
     * @param configured the configuration in the POM; null if there is none
     * @param property the value of the property on the command line; null if there is none
     * @throws IllegalArgumentException for an invalid header; the message does not contain its value, which may be a secret
     */
    public static Map<String, String> of(@Nullable PlexusConfiguration configured, @Nullable String property) {
        PlexusConfiguration items = Item.items("headers", configured, EXAMPLE);
        return items == null && property != null
                ? read("headers", Arrays.asList(BETWEEN.split(property, -1)))
                : ofItems("headers", items);
    }

    /**
     * Parses the headers of one element in the POM.
     *
     * @param place the name of the element for messages
     * @param items null if there are none
     */
    static Map<String, String> ofItems(String place, @Nullable PlexusConfiguration items) {
        List<String> lines = new ArrayList<>();
        if (items != null && items.getChildCount() == 0 && TextParameter.orNull(items.getValue()) != null) {
            throw new IllegalArgumentException(
                    place + " contains text but must contain items. Example: <headers>" + EXAMPLE + "</headers>");
        }
        if (items != null) {
            for (PlexusConfiguration item : items.getChildren()) {
                String text = item.getValue() == null ? "" : item.getValue();
                lines.add(item.getName().equals("header") ? text : item.getName() + ":" + text);
            }
        }
        return read(place, lines);
    }

    private static Map<String, String> read(String place, List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            if (!TOKEN.matcher(name).matches() || value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
                throw new IllegalArgumentException("item " + (headers.size() + 1)
                        + " of " + place
                        + " is not a header (not shown because it may be a secret); it must be a name,"
                        + " a colon and a value in one line. Example: " + EXAMPLE);
            }
            headers.put(name, value);
        }
        return headers;
    }
}
