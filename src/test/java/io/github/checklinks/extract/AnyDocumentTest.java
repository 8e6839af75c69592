// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a document says, no reader throws, and reading it twice gives the same. */
class AnyDocumentTest {

    private static final String SEED = "20261122";

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "/",
            "=",
            "\"",
            "'",
            "&",
            "#",
            ";",
            "!",
            "-",
            "--",
            "?",
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            ":",
            ",",
            " ",
            "\n",
            "\r",
            "\t",
            "\0",
            "\\",
            "@",
            "%",
            "*",
            "/*",
            "*/",
            "a",
            "href",
            "src",
            "id",
            "name",
            "style",
            "url(",
            "@import",
            "image-set(",
            "srcset",
            "<a href=",
            "<img srcset=",
            "<style>",
            "</style>",
            "<script>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<svg>",
            "</svg>",
            "<iframe srcdoc='",
            "<meta http-equiv=refresh content='",
            "0;url=",
            "<urlset>",
            "<loc>",
            "</loc>",
            "<rss>",
            "<feed>",
            "<link href='",
            "<?xml version='1.0' encoding='",
            "utf-16",
            "euc-kr",
            "?>",
            "<base href=",
            "<form action=",
            "<table>",
            "<tr>",
            "<template>",
            "<p data-proofer-ignore>",
            "</p>",
            "&amp;",
            "&#x",
            "&#0;",
            "&#xD800;",
            "&notit;",
            "{\"start_url\":",
            "\"icons\":[",
            "\u00e4",
            "\u20ac",
            "\ud83d\ude00",
            "\ufeff",
            "\ufffd",
            "9",
            "e9");

    @Provide
    Arbitrary<byte[]> documents() {
        Arbitrary<byte[]> words = Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(80)
                .map(pieces -> String.join("", pieces).getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        Arbitrary<byte[]> wide = Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(40)
                .map(pieces -> ("\ufeff" + String.join("", pieces)).getBytes(StandardCharsets.UTF_16LE));
        return Arbitraries.oneOf(words, bytes, wide);
    }

    @Property(seed = SEED, tries = 4000)
    void everyReaderReadsIt(@ForAll("documents") byte[] document, @ForAll Language language) {
        Heard first = Heard.read(document, language, null, Places.STANDARD);

        assertThat(first.length).isNotNegative();
        assertThat(Heard.read(document, language, null, Places.STANDARD).all).isEqualTo(first.all);
    }

    @Property(seed = SEED, tries = 2000)
    void everyTreeIsRead(@ForAll("documents") byte[] document) {
        assertThat(Heard.read(document, Language.HTML, null, Trees.STANDARD).length)
                .isNotNegative();
        assertThat(Heard.read(document, Language.XHTML, null, Trees.STANDARD).length)
                .isNotNegative();
    }
}
