// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.checklinks.url.idna.Idna;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The conformance test of UTS #46 ({@code IdnaTestV2.txt}), read from the folder that the system property {@code check-links.testdata}
 * names: ToASCII, non-transitional, with the settings of the URL standard.
 */
class IdnaTestDataTest {

    /** Status codes of checks that the URL standard disables: hyphens, STD3 rules, lengths. */
    private static final List<String> UNCHECKED = List.of("V2", "V3", "U1", "A4_1", "A4_2");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})|\\\\x\\{([0-9A-F]+)}");

    @Test
    void everyDomainIsConvertedAsUnicodeSpecifies() throws IOException {
        String folder = System.getProperty("check-links.testdata");
        assumeTrue(folder != null, "check-links.testdata names no folder");
        int passed = 0;
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(Objects.requireNonNull(folder), "IdnaTestV2.txt"))) {
            String data = line.replaceFirst("#.*", "");
            if (data.isBlank()) {
                continue;
            }
            String difference = difference(data.split(";", -1));
            if (difference == null) {
                passed++;
            } else {
                wrong.add(difference);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(passed).isGreaterThan(6000);
    }

    private static @Nullable String difference(String[] columns) {
        String source = text(columns[0], "");
        String unicode = text(columns[1], source);
        String expected = text(columns[3], unicode);
        String status = columns[4].isBlank() ? columns[2] : columns[4];
        boolean fails = Arrays.stream(status.replaceAll("[\\[\\] ]", "").split(","))
                .anyMatch(code -> !code.isEmpty() && !UNCHECKED.contains(code));
        String actual = new Idna().toAscii(source);
        if (fails ? actual == null : expected.equals(actual)) {
            return null;
        }
        return columns[0] + " is " + actual + ", not " + (fails ? status : expected);
    }

    private static String text(String column, String blank) {
        String text = column.strip();
        if (text.isEmpty()) {
            return blank;
        }
        if (text.equals("\"\"")) {
            return "";
        }
        Matcher escape = ESCAPE.matcher(text);
        return escape.replaceAll(match -> Matcher.quoteReplacement(
                Character.toString(Integer.parseInt(match.group(1) == null ? match.group(2) : match.group(1), 16))));
    }
}
