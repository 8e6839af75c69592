// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            nullValues = "-",
            value = {
                "text/html | text/html | -",
                "TEXT/HTML;CHARSET=UTF-8 | text/html | UTF-8",
                "text/html;charset=\"utf-8\" | text/html | utf-8",
                "text/html; charset=\"gb\\k\" | text/html | gbk",
                "text/html;charset=\"x, text/plain\" | text/html | x, text/plain",
                "text/html;charset=a;charset=b | text/html | a",
                "text/html;x=\"charset=b\";charset=a | text/html | a",
                "text/html;charset=;charset=b | text/html | b",
                "text/html;charset =a;charset=b | text/html | b",
                "text/html;;charset=a | text/html | a",
                "text/html;charset;x | text/html | -",
                "text/html, text/html | text/html | -",
                "text/html;charset=x, text/html | text/html | x",
                "text/html;charset=x, text/html;charset=y | text/html | y",
                "text/html;charset=x, text/plain | text/plain | -",
                "text/html;charset=x, text/plain, text/html | text/html | -",
                "text/html, */* | text/html | -",
                "text/html;charset=x, cannot-parse, text/html | text/html | x",
                "text/html, , | text/html | -",
                "unknown/unknown | unknown/unknown | -",
            })
    void theLastValidTypeCountsAndItsCharsetCarriesOver(String header, String essence, @Nullable String charset) {
        assertThat(MediaType.ofHeader(header)).isEqualTo(new MediaType(essence, charset));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "text", "text/", "/html", "text/html/x", "te xt/html", "*/*", ",", "\"text/html\""})
    void anInvalidTypeIsNone(@Nullable String header) {
        assertThat(MediaType.ofHeader(header)).isNull();
        assertThat(MediaType.isUnknown(MediaType.ofHeader(header))).isTrue();
    }

    @Test
    void browsersTreatSomeTypesAsUnknown() {
        assertThat(MediaType.isUnknown(MediaType.ofHeader("Unknown/Unknown; x=y")))
                .isTrue();
        assertThat(MediaType.isUnknown(MediaType.ofHeader("application/unknown")))
                .isTrue();
        assertThat(MediaType.isUnknown(MediaType.ofHeader("application/octet-stream")))
                .isFalse();
    }

    @Test
    void anyTextIsParsed() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append("text/html;charset=\"\\, a\u00e9\t".charAt(random.nextInt(24)));
            }
            MediaType type = MediaType.ofHeader(text.toString());
            assertThat(type == null || type.essence().indexOf('/') > 0).isTrue();
        }
    }
}
