// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.html.DomExtractor;
import io.github.checklinks.extract.reader.PageReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that memory and work are linear in the size of documents of unusual size or shape: for a document of twice the size, a reader
 * allocates at most about twice as much. With half a million repetitions, the tests would not end if the work were quadratic.
 */
@Slow
class LargeDocumentsTest {

    private static final int MANY = 500_000;
    private static final LinkAttributes SELECTING = LinkAttributes.of(List.of(), List.of("nav.off", "div div > p.off"));

    /** A sink that counts and allocates nothing. */
    private static final class Counting implements LinkSink {

        private int links;
        private int muted;
        private int anchors;

        @Override
        public void start(byte[] text, int length) {}

        @Override
        public void base(byte[] utf8, int from, int to) {}

        @Override
        public void link(LinkAttribute linkAttribute, boolean isMuted, byte[] utf8, int from, int to, int offset) {
            links++;
            muted += isMuted ? 1 : 0;
        }

        @Override
        public void anchor(byte[] utf8, int from, int to) {
            anchors++;
        }

        @Override
        public void map(byte[] utf8, int from, int to) {}
    }

    private static Counting read(String document, DocumentType documentType, LinkAttributes linkAttributes) {
        byte[] utf8 = document.getBytes(StandardCharsets.UTF_8);
        Counting counting = new Counting();
        new PageReader(linkAttributes).read(utf8, utf8.length, documentType, "utf-8", counting);
        return counting;
    }

    private static long allocated(String document, DocumentType documentType, LinkAttributes linkAttributes) {
        byte[] utf8 = document.getBytes(StandardCharsets.UTF_8);
        PageReader reader = new PageReader(linkAttributes);
        Counting counting = new Counting();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        reader.read(utf8, utf8.length, documentType, "utf-8", counting);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void assertLinear(
            DocumentType documentType, LinkAttributes linkAttributes, int count, IntFunction<String> document) {
        allocated(document.apply(count / 4), documentType, linkAttributes);
        long once = allocated(document.apply(count), documentType, linkAttributes);
        long twice = allocated(document.apply(2 * count), documentType, linkAttributes);

        // Buffers grow by doubling, so that slightly more text may need twice the buffer.
        assertThat(twice).isLessThanOrEqualTo(once * 3 + 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url(", "url('", "url(\\", "@import", "@import '", "@import/*", "/*", "/**/", "(", ")", "image-set(",
                        "image-set('a'", "'",
                "'\n", "\\", "\\0", "@namespace ", "@namespace(", "@document 'x' ", "{", "a", "\u00e4", "\0", "url( )",
                        "url(a b", "-->"
            })
    void styleSheetsAreReadOnce(String piece) {
        read(piece.repeat(MANY / piece.length()), DocumentType.CSS, LinkAttributes.STANDARD);

        assertLinear(DocumentType.CSS, LinkAttributes.STANDARD, 100_000, piece::repeat);
        assertLinear(
                DocumentType.HTML,
                LinkAttributes.STANDARD,
                30_000,
                count -> "<p style='(" + piece.replace("'", "&#39;").repeat(count) + "'>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<loc>",
                "<loc>x",
                "<loc>x</loc>",
                "</loc>",
                "<loc><![CDATA[x",
                "<![CDATA[]]>",
                "<!--",
                "<!-->",
                "<!",
                "<![",
                "<!x[>",
                "<?",
                "<?>",
                "<a b='",
                "<a b=c ",
                "<link href='x' ",
                "<link href='x'/>",
                "&amp;",
                "&",
                "\"",
                "<x:loc>",
                "\0"
            })
    void sitemapsAndFeedsAreReadOnce(String piece) {
        for (String root : List.of("<urlset>", "<rss>", "<feed>")) {
            read(root + piece.repeat(MANY / piece.length()), DocumentType.XML, LinkAttributes.STANDARD);

            assertLinear(DocumentType.XML, LinkAttributes.STANDARD, 50_000, count -> root + piece.repeat(count));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", " ", "a", "a,", "a ,", "a (", "a (,", ")", "a 1x, ", "&#44;", "data:x,y ("})
    void srcsetsAreReadOnce(String piece) {
        read("<img srcset='" + piece.repeat(MANY / piece.length()) + "'>", DocumentType.HTML, LinkAttributes.STANDARD);

        assertLinear(
                DocumentType.HTML,
                LinkAttributes.STANDARD,
                100_000,
                count -> "<img srcset='" + piece.repeat(count) + "'>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", ".", " ", ";", "url", "=", "&#39;"})
    void refreshesAreReadOnce(String piece) {
        assertLinear(
                DocumentType.HTML,
                LinkAttributes.STANDARD,
                100_000,
                count -> "<meta http-equiv=refresh content='0;url=" + piece.repeat(count) + "'>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"icons\":[", "[", "{\"a\":", "\"", "{\"start_url\":\"x\"}", "\\u0000", "9"})
    void manifestsAreReadOnce(String piece) {
        Counting counts = read(piece.repeat(100_000), DocumentType.MANIFEST, LinkAttributes.STANDARD);

        assertThat(counts.links).isLessThanOrEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=a>",
                "<p><b>",
                "<b><i><u></b>",
                "<table><tr><td>",
                "<table>x<b>",
                "<svg><g>",
                "<ul><li>",
                "<font><p>",
                "<a><div>",
                "<template>",
                "<noscript>",
                "<object><p>",
                "<select><option>",
                "</p>",
                "<svg><foreignObject>"
            })
    void treesOfDeepPagesAreBuiltWithoutDepth(String piece) {
        assertLinear(DocumentType.HTML, SELECTING, 4_000, count -> "<!DOCTYPE html><body>" + piece.repeat(count));
    }

    @Test
    void aHundredThousandLevelsDoNotOverflowTheStackInATreeEither() {
        String page = "<!DOCTYPE html><div id=a>".repeat(100_000) + "<a href=x>";
        String xhtml =
                "<html>" + "<div id='a'>".repeat(100_000) + "<a href='x'/>" + "</div>".repeat(100_000) + "</html>";

        Counting html = read(page, DocumentType.HTML, SELECTING);
        Counting xml = read(xhtml, DocumentType.XHTML, SELECTING);

        assertThat(html.anchors).isEqualTo(100_000);
        assertThat(html.links).isEqualTo(1);
        assertThat(xml.anchors).isEqualTo(100_000);
        assertThat(xml.links).isEqualTo(1);
    }

    @Test
    void aPageTooLargeForATreeIsReadWithoutTheSelectors() {
        String fits = "<nav class=off><a href=x></a></nav>" + "<b>".repeat(1000);
        String large = "<nav class=off><a href=x></a></nav>" + "<b>".repeat(DomExtractor.MAX_TAGS);

        assertThat(read(fits, DocumentType.HTML, SELECTING).muted).isEqualTo(1);
        assertThat(read(large, DocumentType.HTML, SELECTING).links).isEqualTo(1);
        assertThat(read(large, DocumentType.HTML, SELECTING).muted).isZero();
    }

    @Test
    void twentyMegabytesWithTwoHundredThousandLinksTakeNoMemoryOfTheirOwn() {
        String line =
                "<p id=a>Some words around <a href='guide/x.html#y'>a link</a>, " + "and more. ".repeat(4) + "</p>\n";
        String page = line.repeat(200_000);

        Counting counts = read(page, DocumentType.HTML, LinkAttributes.STANDARD);

        assertThat(page.length()).isGreaterThan(20_000_000);
        assertThat(counts.links).isEqualTo(200_000);
        assertThat(counts.anchors).isEqualTo(200_000);
        // A document in UTF-8 is not copied.
        assertThat(allocated(page, DocumentType.HTML, LinkAttributes.STANDARD)).isLessThan(page.length() + 1_000_000L);
    }

    @Test
    void aPageOfNothingButBeginningsIsReadOnce() {
        String unclosed =
                "<html><head><title>x</title><body><table><tr><td><ul><li><a href=x><b><svg><g><foreignObject><p id=y><select><form>"
                        + "<style>@import 'z</style><template><math>\0<div data-proofer-ignore><img srcset='a 1x, b'><br";

        assertLinear(DocumentType.HTML, LinkAttributes.STANDARD, 2_000, unclosed::repeat);
        assertLinear(DocumentType.HTML, SELECTING, 500, unclosed::repeat);
    }
}
