// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.charset.EncodingLabels;
import io.github.checklinks.extract.charset.MetaCharset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The public test data of HTML parsers (html5lib-tests), in the folder {@code html5lib} of the folder that the system property
 * {@code check-links.testdata} names. Every attribute of every start tag is made a link attribute, and what the scanner reports is
 * compared with the expected data. Known differences are listed with their reasons; a difference that no longer exists fails the test.
 */
class Html5libTest {

    private static final Map<String, String> KNOWN_IN_TREES = Map.of(
            "tests14.dat:3", "a second html tag adds only attributes that are new; the scanner reports both",
            "webkit01.dat:16", "a second body tag adds only attributes that are new; the scanner reports both",
            "tests19.dat:86", "the content of a meta that is neither a refresh nor a known property is no link");

    private static final Map<String, String> KNOWN_IN_CHARSETS = Map.of(
            "tests1.dat:41", "a byte order mark is seen before the page is searched",
            "tests1.dat:42", "a byte order mark is seen before the page is searched",
            "tests1.dat:54", "the declaration is built by a script");

    private Path data = Path.of("");

    @BeforeEach
    void findData() {
        String folder = System.getProperty("check-links.testdata");
        Assumptions.assumeTrue(folder != null, "no check-links.testdata");
        data = Path.of(folder, "html5lib");
    }

    @Test
    void startTagsAreThoseOfTheTokenizerTests() throws IOException {
        Set<String> differing = new TreeSet<>();
        int run = 0;
        for (Path file : files("tokenizer", ".test")) {
            int number = 0;
            for (Html5libTokenizerCase test : Html5libTokenizerCase.in(file)) {
                String name = file.getFileName() + ":" + number++ + " " + test.description();
                for (String state : test.states()) {
                    String prefix = test.prefix(state);
                    if (prefix == null || !encodable(test.input())) {
                        continue;
                    }
                    run++;
                    List<String> found = startTags(prefix + test.input(), test.attributes());
                    if (!found.equals(test.startTags())) {
                        differing.add(name + " | " + state);
                    }
                }
            }
        }
        assertThat(differing).isEqualTo(Set.of());
        assertThat(run).as("cases").isGreaterThan(6500);
    }

    @Test
    void attributesAreThoseOfTheTreeTests() throws IOException {
        Set<String> differing = new TreeSet<>();
        int run = 0;
        for (Path file : files("tree-construction", ".dat")) {
            int number = 0;
            for (Html5libTreeCase test : Html5libTreeCase.in(file)) {
                String name = file.getFileName() + ":" + number++;
                if (test.isSkipped()) {
                    continue;
                }
                run++;
                Set<String> found = new LinkedHashSet<>(startTags(test.input(), test.attributeNames()));
                if (!found.equals(test.attributes())) {
                    differing.add(name);
                }
            }
        }
        assertThat(differing).isEqualTo(KNOWN_IN_TREES.keySet());
        assertThat(run).as("cases").isGreaterThan(1500);
    }

    @Test
    void declaredCharsetsAreThoseOfTheEncodingTests() throws IOException {
        Set<String> differing = new TreeSet<>();
        int run = 0;
        for (Path file : files("encoding", ".dat")) {
            int number = 0;
            String cases = "\n" + Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String part : List.of(cases.split("\n#data\n", -1))) {
                int encoding = part.indexOf("\n#encoding\n");
                if (encoding < 0) {
                    continue;
                }
                String expected = part.substring(encoding + 11).strip();
                byte[] bytes = part.substring(0, encoding).getBytes(StandardCharsets.ISO_8859_1);
                String found = MetaCharset.find(bytes, 0, bytes.length);
                run++;
                if (!(found == null ? "windows-1252" : found).equals(EncodingLabels.charsetName(expected))) {
                    differing.add(file.getFileName() + ":" + number);
                }
                number++;
            }
        }
        assertThat(differing).isEqualTo(KNOWN_IN_CHARSETS.keySet());
        assertThat(run).as("cases").isGreaterThan(80);
    }

    private static boolean encodable(String input) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(input);
    }

    private static List<String> startTags(String page, Set<String> attributes) {
        List<String> items = attributes.stream().map(name -> "*@" + name).toList();
        LinkAttributes linkAttributes = LinkAttributes.of(
                Stream.concat(Stream.of("!*@style"), items.stream()).toList(), List.of());
        return RecordedLinks.html(page, linkAttributes).links.stream().sorted().toList();
    }

    private List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
