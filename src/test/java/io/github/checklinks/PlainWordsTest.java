// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps a list of words out of code, comments, messages and documentation, because each has a plainer technical term. */
class PlainWordsTest {

    /** Instead: report, receive, no one or a passive, fix, typo, at most, automatically. */
    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(t(?:old|ells?|elling)|hea(?:rs?|rd|ring)|(?:no|some|any)body|mend(?:s|ed|ing)?|cure[sd]?"
                    + "|so many|is none of its|of no account)\\b");

    private static final List<String> TYPES = List.of(".java", ".md", ".groovy", ".xml", ".js");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main",
                "src/test",
                "src/it",
                "src/site",
                "README.md",
                "CHANGELOG.md",
                "CONTRIBUTING.md",
                "ARCHITECTURE.md",
                "SECURITY.md"
            })
    void textsAreInPlainWords(String root) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            for (Path file : files.filter(PlainWordsTest::isText).sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    Matcher word = WORDS.matcher(lines.get(i));
                    if (word.find()) {
                        found.add(file + ":" + (i + 1) + ": " + word.group());
                    }
                }
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void theWordsAreFoundInEveryForm() {
        assertThat(Stream.of("is told", "Tells of", "it hears", "nobody knows", "a cure", "mended", "So many of"))
                .allMatch(text -> WORDS.matcher(text).find());
        assertThat(Stream.of("untold", "heart", "secure", "cured meat is fine?", "amend"))
                .filteredOn(text -> WORDS.matcher(text).find())
                .containsExactly("cured meat is fine?");
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return !name.equals("PlainWordsTest.java") && TYPES.stream().anyMatch(name::endsWith);
    }
}
