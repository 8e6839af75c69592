// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryEncodingTest {

    private static String encoded(String charset, String reference) {
        boolean isGbk = charset.equals("GBK");
        return new QueryEncoding(Charset.forName(isGbk ? "GB18030" : charset), isGbk).encode(reference);
    }

    /** The values follow from the indexes and encoders of the WHATWG Encoding standard. */
    @ParameterizedTest
    @CsvSource({
        "windows-1252, \u00fc, %FC",
        "windows-1252, \u20ac, %80",
        "windows-1252, \u0416, %26%231046%3B",
        "windows-1252, \u2212, %26%238722%3B",
        "windows-1252, \ufffd, %26%2365533%3B",
        "windows-1251, \u0416, %C6",
        "ISO-8859-2, \u0142, %B3",
        "KOI8-R, \u0416, %F6",
        "windows-31j, \u3042, %82%A0",
        "windows-31j, \u30bd, %83\\",
        "windows-31j, \u2212, %81|",
        "windows-31j, \u00a5, \\",
        "windows-31j, \u203e, ~",
        "windows-31j, \uff71, %B1",
        "windows-31j, \u9ad9, %FB%FC",
        "windows-31j, \u2252, %81%E0",
        "windows-31j, \u301c, %26%2312316%3B",
        "windows-31j, \u00ac, %26%23172%3B",
        "windows-31j, \u00fc, %26%23252%3B",
        "EUC-JP, \u3042, %A4%A2",
        "EUC-JP, \u2212, %A1%DD",
        "EUC-JP, \u00a5, \\",
        "EUC-JP, \uff71, %8E%B1",
        "EUC-JP, \u2460, %AD%A1",
        "EUC-JP, \u9ad9, %FC%E2",
        "EUC-JP, \u00fc, %26%23252%3B",
        "ISO-2022-JP, \u3042, %1B$B$%22%1B(B",
        "ISO-2022-JP, \u00a5, %1B(J\\%1B(B",
        "ISO-2022-JP, a\u3042b, a%1B$B$%22%1B(Bb",
        "ISO-2022-JP, \u3042\u00fc, %1B$B$%22%1B(B%26%23252%3B",
        "ISO-2022-JP, \uff71, %1B$B%%22%1B(B",
        "ISO-2022-JP, \uff9e, %1B$B!+%1B(B",
        "x-windows-949, \uac00, %B0%A1",
        "x-windows-949, \uac02, %81A",
        "x-windows-949, \u00fc, %26%23252%3B",
        "Big5-HKSCS, \u4e2d, %A4%A4",
        "Big5-HKSCS, \u5341, %A4Q",
        "Big5-HKSCS, \u2550, %F9%F9",
        "Big5-HKSCS, \u4e97, %26%2320119%3B",
        "GB18030, \u4e2d, %D6%D0",
        "GB18030, \u20ac, %A2%E3",
        "GB18030, \u00fc, %A8%B9",
        "GB18030, \u00de, %810%897",
        "GBK, \u4e2d, %D6%D0",
        "GBK, \u20ac, %80",
        "GBK, \u00de, %26%23222%3B",
        "GBK, \ud83d\ude00, %26%23128512%3B"
    })
    void aCharacterIsEncodedAsTheStandardSays(String charset, String query, String expected) {
        assertThat(encoded(charset, "?" + query)).isEqualTo("?" + expected);
    }

    @Test
    void theCharactersOfTheFourByteForm() {
        assertThat(encoded("GB18030", "?\ud83d\ude00")).isEqualTo("?%949%FC6");
    }

    @Test
    void onlyTheQueryIsEncoded() {
        assertThat(encoded("windows-1252", "\u00fc?a=\u00fc&b=%20 c#\u00fc?\u00fc"))
                .isEqualTo("\u00fc?a=%FC&b=%20%20c#\u00fc?\u00fc");
        assertThat(encoded("windows-1252", "\u00fc#?\u00fc")).isEqualTo("\u00fc#?\u00fc");
        assertThat(encoded("windows-1252", "?a?\u00fc?\u00fc")).isEqualTo("?a?%FC?%FC");
        assertThat(encoded("ISO-2022-JP", "\u3042?a=1")).isEqualTo("\u3042?a=1");
    }

    @Test
    void whatTheParserRemovesIsNotEncoded() {
        assertThat(encoded("ISO-2022-JP", "?\u3042\n\t\r\u3042")).isEqualTo("?%1B$B$%22$%22%1B(B");
    }

    @ParameterizedTest
    @CsvSource({
        "http://a/?\u00fc, http://a/?%FC",
        "HTTPS:?\u00fc, HTTPS:?%FC",
        "ftp://a/?\u00fc, ftp://a/?%FC",
        "file:///a?\u00fc, file:///a?%FC",
        "//a/?\u00fc, //a/?%FC",
        "ws://a/?\u00fc, ws://a/?\u00fc",
        "WSS://a/?\u00fc, WSS://a/?\u00fc",
        "mailto:a?subject=\u00fc, mailto:a?subject=\u00fc",
        "javascript:a?'\u00fc':b, javascript:a?'\u00fc':b",
        "a/b:c?\u00fc, a/b:c?%FC",
        "a?b:\u00fc, a?b:%FC"
    })
    void theSchemeDecides(String reference, String expected) {
        assertThat(encoded("windows-1252", reference)).isEqualTo(expected);
    }

    @Test
    void anUnpairedSurrogateIsNoCharacter() {
        assertThat(encoded("windows-1252", "?\ud800x")).isEqualTo("?%26%2365533%3Bx");
    }

    @Test
    void anEncodedQueryIsUnchangedByTheParser() {
        WebUrl base = (WebUrl) WebUrl.parse("https://docs.org/");
        for (String charset : new String[] {"windows-31j", "ISO-2022-JP", "GB18030", "x-windows-949"}) {
            String reference = encoded(charset, "?\u3042\u30bd\u4e2d\u00fc");

            assertThat(((WebUrl) base.resolve(reference)).href()).isEqualTo("https://docs.org/" + reference);
        }
    }
}
