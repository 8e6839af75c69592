// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.html.HtmlScanner;
import io.github.checklinks.extract.reader.PageReader;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the number of examined bytes is linear in the size of a page. */
class LinearWorkTest {

    private static final int MANY = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "</div>",
                "<a href=x>",
                "<p><b>",
                "<svg>",
                "<svg><g>",
                "</g>",
                "<svg><style>",
                "<svg><![CDATA[",
                "<!--",
                "<!-- -->",
                "<!",
                "<?",
                "</",
                "<",
                "<a ",
                "<a href='",
                "<a href=\"x\" ",
                "a=b ",
                "<script>",
                "<script><!--",
                "<script><!--<script>",
                "<!--<script>-->",
                "</script>",
                "<style>",
                "<style>@import '",
                "<textarea>",
                "</textare",
                "<title></title>",
                "<plaintext>",
                "\0",
                "&",
                "&amp",
                "-",
                "--!",
                "<table><tr><td>",
                "<li>",
                "<form action=x>",
                "<p data-proofer-ignore>",
                "<b data-proofer-ignore>",
                "</x></p>",
                "<math><mi>",
                "<svg><foreignObject>",
                "<iframe srcdoc='",
                "<img srcset='a,",
                "(",
                "<p style='url(",
                "<meta charset=x ",
                "<base href=x>",
                "]]>",
                ">",
                "<svg><desc>",
                "</svg>",
                "</b>",
                "<template>",
                "<select><option>"
            })
    void workGrowsAsThePageDoes(String piece) {
        String start = "<!DOCTYPE html><p>\u00E4";

        assertLinear(count -> start + piece.repeat(count));
        assertLinear(count -> start + "<svg data-proofer-ignore>" + piece.repeat(count));
        assertLinear(count -> start + "<script>" + piece.repeat(count));
        assertLinear(count -> start + "<script><!--" + piece.repeat(count) + "-->");
    }

    private static void assertLinear(IntFunction<String> page) {
        long once = work(page.apply(2000));
        long twice = work(page.apply(4000));

        assertThat(twice).isLessThanOrEqualTo(once * 21 / 10 + 1000);
    }

    private static long work(String page) {
        byte[] utf8 = page.getBytes(StandardCharsets.UTF_8);
        HtmlScanner scanner = new HtmlScanner(LinkAttributes.STANDARD, 0);
        scanner.scan(utf8, utf8.length, DocumentType.HTML, LinkSink.NONE);
        assertThat(scanner.visited()).isLessThanOrEqualTo(3L * utf8.length);
        return scanner.visited();
    }

    @Test
    void deepNestingDoesNotOverflowTheStack() {
        String page = "<div id=a>".repeat(MANY) + "<a href=x>" + "</div>".repeat(MANY);

        assertThat(RecordedLinks.html(page).anchors).hasSize(MANY);
        assertThat(RecordedLinks.html("<svg>" + "<g>".repeat(MANY) + "</x>".repeat(MANY) + "<a href=x>").links)
                .hasSize(1);
        assertThat(RecordedLinks.html(
                                "<b data-proofer-ignore>" + "<i>".repeat(MANY) + "</x>".repeat(MANY) + "<a href=x>")
                        .mutedTexts)
                .hasSize(1);
    }

    @Test
    void deepNestingDoesNotOverflowTheStackInATree() {
        String page = "<div id=a>".repeat(20_000) + "<a href=x>" + "</div>".repeat(20_000);

        assertThat(RecordedLinks.html(page, Trees.STANDARD).all).isEqualTo(RecordedLinks.html(page).all);
    }

    @Test
    void aTagMayHaveManyAttributes() {
        StringBuilder page = new StringBuilder("<a");
        for (int i = 0; i < 10_000; i++) {
            page.append(" x").append(i).append("=y href=z").append(i);
        }

        assertThat(RecordedLinks.html(page.append('>').toString()).links).containsExactly("a@href z0");
    }

    @Test
    void aLongLineIsCountedOnce() {
        String page = "<a href=\u00E4>".repeat(200_000);
        byte[] utf8 = page.getBytes(StandardCharsets.UTF_8);
        LineCounter lineCounter = new LineCounter();
        int[] links = {0};
        new PageReader(LinkAttributes.STANDARD).read(utf8, utf8.length, DocumentType.HTML, null, new LinkSink() {
            @Override
            public void start(byte[] text, int length) {
                lineCounter.start(text, length);
            }

            @Override
            public void base(byte[] text, int from, int to) {}

            @Override
            public void link(LinkAttribute linkAttribute, boolean muted, byte[] text, int from, int to, int offset) {
                lineCounter.moveTo(offset);
                assertThat(lineCounter.column()).isEqualTo(1 + 10 * links[0]++);
            }

            @Override
            public void anchor(byte[] text, int from, int to) {}

            @Override
            public void map(byte[] text, int from, int to) {}
        });

        assertThat(links[0]).isEqualTo(200_000);
        assertThat(lineCounter.line()).isEqualTo(1);
    }

    @Test
    void aLargePageIsReadAsItIs() {
        String page = "<p>" + "word ".repeat(4_000_000) + "<a href=x>";

        RecordedLinks links = RecordedLinks.html(page);

        assertThat(links.links).containsExactly("a@href x");
        assertThat(links.offsets).containsExactly(20_000_003);
    }

    @Test
    void styleSheetsAndFeedsAreReadOnce() {
        assertThat(RecordedLinks.of("url(".repeat(MANY) + "@import 'x".repeat(MANY), DocumentType.CSS).links)
                .isEmpty();
        assertThat(RecordedLinks.of("/*".repeat(MANY), DocumentType.CSS).links).isEmpty();
        assertThat(RecordedLinks.of("<urlset>" + "<loc>x".repeat(MANY), DocumentType.XML).links)
                .isEmpty();
        assertThat(RecordedLinks.of("<urlset>" + "<![CDATA[".repeat(MANY), DocumentType.XML).links)
                .isEmpty();
        assertThat(RecordedLinks.of("<urlset>" + "<!--".repeat(MANY), DocumentType.XML).links)
                .isEmpty();
    }
}
