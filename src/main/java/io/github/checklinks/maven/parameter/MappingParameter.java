// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.crawl.directory.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** The parameter {@code mappings}: items with {@code url} and {@code directory}; on the command line {@code url=directory}. */
public final class MappingParameter {

    private static final List<String> PARTS = List.of("url", "directory");
    private static final String EXAMPLE_URL = "https://example.org/apidocs/";
    private static final String EXAMPLE_DIRECTORY = "target/reports/apidocs";
    private static final String EXAMPLE =
            "<mapping><url>" + EXAMPLE_URL + "</url><directory>" + EXAMPLE_DIRECTORY + "</directory></mapping>";

    private MappingParameter() {}

    /**
     * Parses the mappings.
     *
     * @param configured the configuration in the POM; null if there is none
     * @param property the value of the property on the command line; null if there is none
     * @param here the directory that relative directories are resolved against
     */
    public static List<Mapping> of(@Nullable PlexusConfiguration configured, @Nullable String property, Path here) {
        List<Mapping> mappings = new ArrayList<>();
        PlexusConfiguration items = Item.items("mappings", configured, EXAMPLE);
        if (items != null) {
            for (Item item : Item.of("mappings", PARTS, items)) {
                String url = item.required("url", EXAMPLE_URL);
                mappings.add(mapping(item.place(), url, item.required("directory", EXAMPLE_DIRECTORY), here));
            }
        } else if (property != null) {
            for (String text : TextParameter.split(property)) {
                int equals = text.lastIndexOf('=');
                if (equals < 1 || equals == text.length() - 1) {
                    throw InvalidParameter.value(
                            "check-links.mappings", text, "url=directory", EXAMPLE_URL + "=" + EXAMPLE_DIRECTORY);
                }
                mappings.add(mapping("mappings", text.substring(0, equals), text.substring(equals + 1), here));
            }
        }
        return mappings;
    }

    private static Mapping mapping(String place, String url, String text, Path here) {
        Path directory = here.resolve(text).normalize();
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(
                    "directory in " + place + " is \"" + text + "\", but there is no directory " + directory
                            + ". Build it before the links are checked, or remove the mapping");
        }
        return new Mapping(WebAddress.directory("url in " + place, url, EXAMPLE_URL), directory);
    }
}
