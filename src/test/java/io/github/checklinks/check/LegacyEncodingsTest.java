// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.CheckedLink;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that are not in UTF-8: the queries of their links are in the page's encoding, as in browsers. */
class LegacyEncodingsTest extends LoopbackTrial {

    private static final String SITE = "https://site.invalid/";
    private static final String LATIN = "windows-1252";

    private static byte[] page(String charset, String body) {
        return ("<!DOCTYPE html><meta charset=" + charset + "><title>t</title>" + body)
                .getBytes(Charset.forName(charset));
    }

    private void built(String path, byte[] bytes) throws IOException {
        Path file = temporary.resolve("site").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void served(String path, String type, byte[] bytes) {
        server.on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private static List<String> targets(TrialResult result) {
        return result.ledger().stream()
                .map(link -> String.valueOf(link.target()))
                .toList();
    }

    @Test
    void onlyTheQueryIsInTheEncodingOfThePage() throws Exception {
        built(
                "index.html",
                page(
                        LATIN,
                        "<a href='http://example.org/\u00fc?q=\u00fc#\u00fc'>1</a> <a href='http://example.org/?q=&#1046;'>2</a>"));

        TrialResult result = new Trial(temporary).run();

        assertThat(targets(result))
                .containsExactly("http://example.org/%C3%BC?q=%FC#%C3%BC", "http://example.org/?q=%26%231046%3B");
        assertThat(result.ledger().get(0).link().reference().text())
                .isEqualTo("http://example.org/\u00fc?q=\u00fc#\u00fc");
    }

    @ParameterizedTest
    @CsvSource({
        "<a href='?\u00fc'></a>, ?%FC",
        "<img src='?\u00fc' alt=x>, ?%FC",
        "<img srcset='?\u00fc 1x' alt=x>, ?%FC",
        "<form action='?\u00fc'></form>, ?%FC",
        "<script src='?\u00fc'></script>, ?%FC",
        "<iframe src='?\u00fc'></iframe>, ?%FC",
        "<link rel=stylesheet href='?\u00fc'>, ?%FC",
        "<meta http-equiv=refresh content='3; url=?\u00fc'>, ?%FC",
        "<svg><a href='?\u00fc'></a></svg>, ?%FC",
        "<svg><image href='?\u00fc'/></svg>, ?%FC",
        "<p style=\"background: url('?\u00fc')\">, ?%C3%BC",
        "<style>p { background: url('?\u00fc') }</style>, ?%C3%BC",
        "<iframe srcdoc=\"<a href='?\u00fc'></a>\"></iframe>, ?%C3%BC",
        "<div><template shadowrootmode=open><a href='?\u00fc'></a></template></div>, ?%FC",
        "<div><template shadowrootmode=open><iframe srcdoc=\"<a href='?\u00fc'></a>\"></iframe></template></div>, ?%C3%BC"
    })
    void whatBelongsToTheDocumentIsInItsEncoding(String element, String query) throws Exception {
        built("index.html", page(LATIN, element));

        assertThat(targets(new Trial(temporary).run())).containsExactly(SITE + "index.html" + query);
    }

    @Test
    void aStyleAndADocumentInsideDoNotChangeTheLinksBehind() throws Exception {
        String link = "<a href='x?\u00fc'></a>";
        built(
                "index.html",
                page(
                        LATIN,
                        link + "<p style=\"background: url('x?\u00fc')\"></p><iframe srcdoc=\"" + link + "\"></iframe>"
                                + link));

        assertThat(targets(new Trial(temporary).run()))
                .containsExactly(SITE + "x?%FC", SITE + "x?%C3%BC", SITE + "x?%C3%BC", SITE + "x?%FC");
    }

    @Test
    void pagesOfOneDirectoryDoNotShareTheirQueries() throws Exception {
        String links = "<a href='x?\u00fc'></a> <a href='?\u00fc'></a>";
        built("a.html", page(LATIN, links));
        built("b.html", page("UTF-8", links));
        built("c.html", page("windows-1251", links.replace('\u00fc', '\u0416')));
        built("d.html", page(LATIN, links));
        built("e.html", page("UTF-8", links));
        String utf8 = "x?%C3%BC";

        assertThat(targets(new Trial(temporary).run()))
                .containsExactly(
                        SITE + "x?%FC",
                        SITE + "a.html?%FC",
                        SITE + utf8,
                        SITE + "b.html?%C3%BC",
                        SITE + "x?%C6",
                        SITE + "c.html?%C6",
                        SITE + "x?%FC",
                        SITE + "d.html?%FC",
                        SITE + utf8,
                        SITE + "e.html?%C3%BC");
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, %FC",
        "iso-8859-2, %FC",
        "shift_jis, %26%23252%3B",
        "utf-8, %C3%BC",
        "utf-16, %C3%BC",
        "unknown-charset, %C3%BC"
    })
    void aPageOfAsciiHasAnEncoding(String charset, String query) throws Exception {
        built(
                "index.html",
                ("<!DOCTYPE html><meta charset=" + charset + "><a href='?&uuml;'>1</a>")
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(targets(new Trial(temporary).run())).containsExactly(SITE + "index.html?" + query);
    }

    @Test
    void aPageInUtf16HasQueriesInUtf8() throws Exception {
        built("index.html", "\ufeff<!DOCTYPE html><a href='?\u00fc'>1</a>".getBytes(StandardCharsets.UTF_16LE));

        assertThat(targets(new Trial(temporary).run())).containsExactly(SITE + "index.html?%C3%BC");
    }

    @Test
    void aPageInXmlHasAnEncoding() throws Exception {
        String xml =
                "<?xml version='1.0' encoding='ISO-8859-1'?><html xmlns='http://www.w3.org/1999/xhtml'><a href='?\u00fc'>1</a></html>";
        built("index.html", page("UTF-8", ""));
        built("a.xhtml", xml.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(targets(new Trial(temporary).run())).containsExactly(SITE + "a.xhtml?%FC");
    }

    @Test
    void theBaseOfAPageIsReadInItsEncoding() throws Exception {
        built("index.html", page(LATIN, "<base href='x.html?\u00fc'><a href='#a'>1</a>"));

        assertThat(targets(new Trial(temporary).run())).containsExactly(SITE + "x.html?%FC#a");
    }

    @Test
    void styleSheetsAndFeedsHaveTheirQueriesInUtf8() throws Exception {
        built("index.html", page("UTF-8", ""));
        built(
                "a.css",
                "@charset \"iso-8859-1\"; p { background: url('x?\u00fc') }".getBytes(StandardCharsets.ISO_8859_1));
        built(
                "feed.atom",
                "<?xml version='1.0' encoding='iso-8859-1'?><feed><link href='x?\u00fc'/></feed>"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(targets(new Trial(temporary).run())).containsExactly(SITE + "x?%C3%BC", SITE + "x?%C3%BC");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, \u00fc, %FC",
        "Shift_JIS, \u65e5\u3042, %93%FA%82%A0",
        "EUC-JP, \u65e5\u672c, %C6%FC%CB%DC",
        "EUC-KR, \uac00, %B0%A1",
        "GB18030, \u4e2d, %D6%D0",
        "Big5, \u4e2d, %A4%A4"
    })
    void aServerIsAskedInTheEncodingOfThePage(String charset, String character, String query) throws Exception {
        String asked = "/docs/x?q=" + query;
        server.page(asked, "<p>");
        served(
                "/docs/",
                "text/html; charset=" + charset,
                ("<a href='x?q=" + character + "'>1</a>").getBytes(Charset.forName(charset)));

        TrialResult result =
                new Trial(temporary).servedFrom(server.url("/docs/")).run();

        CheckedLink link = result.ledger().get(0);
        assertThat(link.target()).isEqualTo(server.url(asked));
        assertThat(server.asked()).anyMatch(each -> each.endsWith(asked));
        assertThat(link.verdict().rule().id()).isEqualTo("ok");
    }

    @Test
    void anotherSiteIsAskedInTheEncodingOfThePage() throws Exception {
        server.page("/x?q=%FC", "");
        built("index.html", page(LATIN, "<a href='" + server.url("/x?q=\u00fc") + "'>1</a>"));

        TrialResult result = new Trial(temporary).askingOutside().run();

        assertThat(result.findings()).isEmpty();
        assertThat(server.asked()).containsExactly("HEAD /x?q=%FC");
    }

    @Test
    void anAddressThatIsNotAskedIsShownAsTheBrowserWritesIt() throws Exception {
        built(
                "index.html",
                page(LATIN, "<a href='ftp://acme.org/?\u00fc'>1</a> <a href='mailto:a@acme.org?subject=\u00fc'>2</a>"));

        assertThat(targets(new Trial(temporary).run()))
                .containsExactly("ftp://acme.org/?%FC", "mailto:a@acme.org?subject=%C3%BC");
    }
}
