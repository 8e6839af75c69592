package io.github.checklinks.maven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** The parameter {@code headers}: items {@code <header>Name: value</header>} or {@code <Name>value</Name>}; on the command line {@code Name: value}. */
final class HeaderParameter {

    /** RFC 9110 §5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    /** A comma that the next header's name follows: values have commas of their own. */
    private static final Pattern BETWEEN = Pattern.compile(",(?=\\s*" + TOKEN + "\\s*:)");

    private HeaderParameter() {}

    /**
     * Reads the headers, in the order they were typed.
     *
     * @param configured as in the pom; null when nothing is there
     * @param typed as on the command line; null when nothing is there
     * @throws IllegalArgumentException for what is no header; the message holds no value, which may be a secret
     */
    static Map<String, String> of(@Nullable PlexusConfiguration configured, @Nullable String typed) {
        List<String> lines = new ArrayList<>();
        PlexusConfiguration items = Item.items("headers", configured, "<header>Accept-Language: en</header>");
        if (items != null) {
            for (PlexusConfiguration item : items.getChildren()) {
                String text = item.getValue() == null ? "" : item.getValue();
                lines.add(item.getName().equals("header") ? text : item.getName() + ":" + text);
            }
        } else if (typed != null) {
            lines.addAll(Arrays.asList(BETWEEN.split(typed, -1)));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            if (!TOKEN.matcher(name).matches() || value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
                throw new IllegalArgumentException("item " + (headers.size() + 1)
                        + " of headers is no header (its value is not shown, it may be a secret), but allowed is a name,"
                        + " a colon and a value in one line. Example: <header>Accept-Language: en</header>");
            }
            headers.put(name, value);
        }
        return headers;
    }
}
