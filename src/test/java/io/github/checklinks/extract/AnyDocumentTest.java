// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Samples;
import io.github.checklinks.extract.attribute.LinkAttributes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that no reader throws whatever a document contains, and that reading it twice gives the same. */
class AnyDocumentTest {

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

    private static final Samples<byte[]> DOCUMENTS = Samples.oneOf(
            Samples.strings(PIECES, 80).map(text -> text.getBytes(StandardCharsets.UTF_8)),
            Samples.bytes(200),
            Samples.strings(PIECES, 40).map(text -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)));

    @Test
    void everyReaderReadsIt() {
        DOCUMENTS.check(4000, List.of(DocumentType.values()), (documentType, document) -> {
            RecordedLinks first = RecordedLinks.read(document, documentType, null, LinkAttributes.STANDARD);

            assertThat(first.length).isNotNegative();
            assertThat(RecordedLinks.read(document, documentType, null, LinkAttributes.STANDARD).all)
                    .isEqualTo(first.all);
        });
    }

    @Test
    void everyTreeIsRead() {
        DOCUMENTS.check(2000, document -> {
            assertThat(RecordedLinks.read(document, DocumentType.HTML, null, Trees.STANDARD).length)
                    .isNotNegative();
            assertThat(RecordedLinks.read(document, DocumentType.XHTML, null, Trees.STANDARD).length)
                    .isNotNegative();
        });
    }
}
