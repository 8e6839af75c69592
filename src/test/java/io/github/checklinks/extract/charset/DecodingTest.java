// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.charset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.LineCounter;
import io.github.checklinks.extract.RecordedLinks;
import io.github.checklinks.extract.attribute.LinkAttributes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

    private static final String PAGE = "<a href=\u00E4>";

    @Test
    void utf8IsNotCopied() {
        byte[] bytes = "<a href=\u00E4\u20AC\uD83D\uDE00>".getBytes(StandardCharsets.UTF_8);

        RecordedLinks links = RecordedLinks.read(bytes, DocumentType.HTML, null, LinkAttributes.STANDARD);

        assertThat(links.links).containsExactly("a@href \u00E4\u20AC\uD83D\uDE00");
        assertThat(links.text).isSameAs(bytes);
    }

    @Test
    void whatIsNotUtf8IsWindows1252() {
        assertThat(links("<a href='\u201C\u00E4'>", "windows-1252", null)).isEqualTo("a@href \u201C\u00E4");
    }

    @Test
    void aByteOrderMarkBeatsAll() {
        String page = "\uFEFF<meta charset=koi8-r>" + PAGE;

        assertThat(links(page, "UTF-8", "koi8-r")).isEqualTo("a@href \u00E4");
        assertThat(links(page, "UTF-16LE", "koi8-r")).isEqualTo("a@href \u00E4");
        assertThat(links(page, "UTF-16BE", "koi8-r")).isEqualTo("a@href \u00E4");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        RecordedLinks links = RecordedLinks.read(
                ("\uFEFF" + PAGE).getBytes(StandardCharsets.UTF_8), DocumentType.HTML, null, LinkAttributes.STANDARD);

        assertThat(links.offsets).containsExactly(0);
        assertThat(links.length).isEqualTo(11);
    }

    @Test
    void theHeaderBeatsThePage() {
        assertThat(links("<meta charset=utf-8>" + PAGE, "windows-1252", " \"ISO-8859-1\" "))
                .isEqualTo("a@href \u00E4");
    }

    @Test
    void anUnknownCharsetInTheHeaderIsIgnored() {
        assertThat(links("<meta charset=iso-8859-2><a href=\u0141>", "iso-8859-2", "nonsense"))
                .isEqualTo("a@href \u0141");
    }

    @ParameterizedTest
    @CsvSource({
        "euc-kr, x-windows-949, \uD55C", "ks_c_5601-1987, x-windows-949, \uD7A3", "shift_jis, windows-31j, \u2460",
                "gb2312, GB18030, \u9555",
        "gbk, GB18030, \u4E2D", "big5, Big5, \u4E2D", "euc-jp, EUC-JP, \u65E5", "iso-2022-jp, ISO-2022-JP, \u65E5",
        "latin1, windows-1252, \u201C", "ascii, windows-1252, \u00E4", "iso-8859-9, windows-1254, \u0130",
                "utf8, UTF-8, \u00E4",
        "utf-16, UTF-8, \u00E4", "UTF-16LE, UTF-8, \u00E4", "koi8-r, KOI8-R, \u0436", "tis-620, x-windows-874, \u0E01",
        "windows-1251, windows-1251, \u0436", "macintosh, x-MacRoman, \u00E4", "iso-8859-8-i, ISO-8859-8, \u05D0"
    })
    void aMetaNamesTheCharset(String label, String charset, String letter) {
        assertThat(links("<meta charset=\"" + label + "\"><a href='" + letter + "'>", charset, null))
                .isEqualTo("a@href " + letter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=iso-8859-2>",
                "<META CharSet = ' ISO-8859-2 '>",
                "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>",
                "<meta content='text/html; charset = \"iso-8859-2\"' http-equiv=content-type>",
                "<meta content='charsetx charset=iso-8859-2;x' http-equiv=content-type>",
                "<!-- <meta charset=utf-8> --><meta charset=iso-8859-2>",
                "<!--><meta charset=iso-8859-2>",
                "<p title='<meta charset=koi8-r>'></x><!x><?x><meta charset=iso-8859-2>",
                "<meta name=x content='charset=koi8-r'><meta charset=iso-8859-2>",
                "<meta charset=nonsense><meta charset=iso-8859-2>",
                "<meta charset=iso-8859-2 charset=koi8-r>",
                "<?xml version='1.0' encoding='iso-8859-2'?>",
            })
    void declarationsComeInManySpellings(String declaration) {
        assertThat(links(declaration + "<a href=\u0141>", "iso-8859-2", null)).isEqualTo("a@href \u0141");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>'<meta charset=koi8-r>'</script>",
                "<style><meta charset=koi8-r></style>",
                "<title><meta charset=koi8-r></title>",
                "<!-- <meta charset=koi8-r> -->"
            })
    void aDeclarationMayComeLate(String before) {
        String page = "<p>" + "x".repeat(3000) + before + "<meta charset=iso-8859-2><a href=\u0141>";

        assertThat(links(page, "iso-8859-2", null)).isEqualTo("a@href \u0141");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=UTF-8>",
                "<meta http-equiv=Content-Type content='text/html; charset=utf-8'>",
                "<a href=y></a><meta charset=utf-8><meta charset=utf-8>",
                "<meta charset=utf-8><meta name=description content='\u00FF'>"
            })
    void aPageInUtf8IsReadAsSuchIfAllThatIsReportedIsAscii(String declaration) {
        byte[] bytes = (declaration + "\u00FF <a href=x id=z>").getBytes(StandardCharsets.ISO_8859_1);

        RecordedLinks links = RecordedLinks.read(bytes, DocumentType.HTML, null, LinkAttributes.STANDARD);

        assertThat(links.links).endsWith("a@href x");
        assertThat(links.anchors).containsExactly("z");
        assertThat(links.text).isSameAs(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=utf-8><p id=a\u00FFb>",
                "<meta charset=utf-8><p id=a&#xFFFD;b title=x><meta charset=iso-8859-2>\u00FF",
                "\u00FF<meta charset=iso-8859-2><meta charset=utf-8><p id=a&#xFFFD;b>",
                "<p id=a\u00FFb><meta charset=utf-8>"
            })
    void whatIsReadInAnotherCharsetIsReportedOnce(String page) {
        RecordedLinks links = RecordedLinks.read(
                page.getBytes(StandardCharsets.ISO_8859_1), DocumentType.HTML, null, LinkAttributes.STANDARD);

        assertThat(links.anchors).containsExactly("a\uFFFDb");
    }

    @Test
    void aStyleSheetInAPageIsReadInThePagesCharset() {
        byte[] bytes = "<meta charset=utf-8><style>a{b:url(\u00FF)}</style>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(RecordedLinks.read(bytes, DocumentType.HTML, null, LinkAttributes.STANDARD).links)
                .containsExactly("style \uFFFD");
        assertThat(RecordedLinks.read(bytes, DocumentType.HTML, " utf-8", LinkAttributes.STANDARD).links)
                .containsExactly("style \uFFFD");
    }

    @Test
    void invalidBytesInUtf8AreReplaced() {
        RecordedLinks links = RecordedLinks.read(
                "<meta charset=utf-8><a href=a\u00FFb>".getBytes(StandardCharsets.ISO_8859_1),
                DocumentType.HTML,
                null,
                LinkAttributes.STANDARD);

        assertThat(links.links).containsExactly("a@href a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C0 AF",
                "ED A0 80",
                "F4 90 80 80",
                "F0 80 80 80",
                "E0 80 80",
                "C3",
                "E2 82",
                "F0 9F 98",
                "80",
                "F8 88 80 80 80"
            })
    void utf8IsCheckedAsTheStandardSays(String hex) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);

        assertThat(Utf8.isValid(bytes, 0, bytes.length)).isFalse();
    }

    @Test
    void utf16IsSeenWithoutAMark() {
        assertThat(links("<?xml version='1.0'?>" + PAGE, "UTF-16LE", null)).isEqualTo("a@href \u00E4");
        assertThat(links("<?xml version='1.0'?>" + PAGE, "UTF-16BE", null)).isEqualTo("a@href \u00E4");
    }

    @Test
    void positionsAreThoseOfTheDecodedText() {
        byte[] bytes = "<p>\uD55C\uAE00\r\n\uD55C<a href=x>".getBytes(Charset.forName("x-windows-949"));

        RecordedLinks links = RecordedLinks.read(bytes, DocumentType.HTML, "euc-kr", LinkAttributes.STANDARD);
        LineCounter lineCounter = new LineCounter();
        lineCounter.start(links.text, links.length);
        lineCounter.moveTo(links.offsets.get(0));

        assertThat(lineCounter.line()).isEqualTo(2);
        assertThat(lineCounter.column()).isEqualTo(2);
    }

    @Test
    void aStyleSheetNamesItsCharset() {
        byte[] css = "@charset \"iso-8859-2\"; @import '\u0141';".getBytes(Charset.forName("iso-8859-2"));

        assertThat(RecordedLinks.read(css, DocumentType.CSS, null, LinkAttributes.STANDARD).links)
                .containsExactly("css \u0141");
    }

    @Test
    void xmlNamesItsCharset() {
        byte[] xml = "<?xml version=\"1.0\" encoding = \"iso-8859-2\"?><urlset><loc>\u0141</loc></urlset>"
                .getBytes(Charset.forName("iso-8859-2"));

        assertThat(RecordedLinks.read(xml, DocumentType.XML, null, LinkAttributes.STANDARD).links)
                .containsExactly("loc \u0141");
    }

    @Test
    void whatMustNotBeDecodedIsEmpty() {
        assertThat(links("<a href=x>", "US-ASCII", "iso-2022-kr")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<!",
                "<!-",
                "<!--",
                "<meta",
                "<meta ",
                "<meta charset",
                "<meta charset=",
                "<meta charset='",
                "<script>",
                "</",
                "<?xml"
            })
    void brokenStartsAreNoFault(String start) {
        assertThat(links(start + "\u00E4", "windows-1252", null)).isEmpty();
        assertThat(links("x".repeat(2000) + start + "\u00E4", "windows-1252", null))
                .isEmpty();
    }

    private static String links(String page, String charset, @Nullable String header) {
        return String.join(
                " ",
                RecordedLinks.read(
                                page.getBytes(Charset.forName(charset)),
                                DocumentType.HTML,
                                header,
                                LinkAttributes.STANDARD)
                        .links);
    }
}
