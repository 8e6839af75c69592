// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.charset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.RecordedLinks;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterReferencesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a&amp;b | a&b",
                "a&ampb | a&ampb",
                "a&amp=b | a&amp=b",
                "a&amp | a&",
                "a&amp/ | a&/",
                "&amp;amp; | &amp;",
                "?a&copy=1&reg;&copy | ?a&copy=1\u00AE\u00A9",
                "&notit; | &notit;",
                "&notin;&not; | \u2209\u00AC",
                "&unknown; | &unknown;",
                "&; | &;",
                "& | &",
                "&&lt;& | &<&",
                "&LT;&Lt; | <\u226A",
                "&nGt; | \u226B\u20D2",
                "&CounterClockwiseContourIntegral; | \u2233",
                "&CounterClockwiseContourIntegralx; | &CounterClockwiseContourIntegralx;",
                "&frac12;&sup2 | \u00BD\u00B2",
                "&#65;&#x42;&#X43&#68 | ABCD",
                "&#;&#x;&#xg;&# | &#;&#x;&#xg;&#",
                "&#0;&#xD800;&#x110000;&#99999999999999999999; | \uFFFD\uFFFD\uFFFD\uFFFD",
                "&#128;&#x9F; | \u20AC\u0178",
                "&#x1F600; | \uD83D\uDE00",
                "&\u00E4; | &\u00E4;",
                "&apos;&quot;&nbsp; | '\"\u00A0",
            })
    void referencesAreReadAsInAttributes(String value, String decoded) {
        assertThat(decode(value)).isEqualTo(decoded);
        assertThat(RecordedLinks.html("<a href=\"" + value.replace("\"", "") + "\">").links)
                .containsExactly("a@href " + decoded);
    }

    @Test
    void aValueOfNulsGrows() {
        assertThat(decode("\0".repeat(1000))).isEqualTo("\uFFFD".repeat(1000));
    }

    @Test
    void runsOfLettersAreNoNames() {
        String letters = "&" + "a".repeat(100_000);

        assertThat(decode(letters)).isEqualTo(letters);
    }

    private static String decode(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        CharacterReferences references = new CharacterReferences();
        references.decode(utf8, 0, utf8.length, 1);
        return new String(
                references.bytes(), references.from(), references.to() - references.from(), StandardCharsets.UTF_8);
    }
}
