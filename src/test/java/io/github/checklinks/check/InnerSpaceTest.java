// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.CheckedLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** White space in references: browsers strip it from both ends of the reference, never from its parts (WHATWG URL §4.4). */
class InnerSpaceTest extends DirectoryTrial {

    private static final String SITE = "https://site.invalid/";

    @BeforeEach
    void begin() throws Exception {
        trial.page("b.html", "<p id=x>").file("c.html ", "<p id=x>").file("pic.png", "PNG");
    }

    private static CheckedLink link(TrialResult result, String text) {
        return result.ledger().stream()
                .filter(link -> link.link().reference().text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private CheckedLink checked(String element, String written, String text) throws Exception {
        return link(trial.page("index.html", element.formatted(written)).run(), text);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "b.html #x,b.html #x,missing-file,b.html%20#x",
                "b.html#x,b.html#x,ok,b.html#x",
                "b.html ,b.html ,ok,b.html",
                " b.html#x , b.html#x ,ok,b.html#x",
                "&#1;b.html&#31;,\u0001b.html\u001f,ok,b.html",
                "b&#9;.html#x,b\t.html#x,ok,b.html#x",
                "b.html&#10;#x,b.html~#x,ok,b.html#x",
                "b.html &#10;#x,b.html ~#x,missing-file,b.html%20#x",
                "b.html&#10; #x,b.html~ #x,missing-file,b.html%20#x",
                "b.html&#12;#x,b.html\f#x,missing-file,b.html%0C#x",
                "b.html&#1;#x,b.html\u0001#x,missing-file,b.html%01#x",
                "b.html?q #x,b.html?q #x,ok,b.html?q%20#x",
                "b.html?q ,b.html?q ,ok,b.html?q",
                "?q #x,?q #x,missing-fragment,index.html?q%20#x",
                "b.html#x ,b.html#x ,ok,b.html#x",
                "b.html# x,b.html# x,missing-fragment,b.html#%20x",
                "b.html #,b.html #,missing-file,b.html%20#",
                "c.html #x,c.html #x,ok,c.html%20#x",
                "c.html #,c.html #,ok,c.html%20#",
                "c.html%20,c.html%20,ok,c.html%20",
                "c.html,c.html,missing-file,c.html",
                "pic.png #v,pic.png #v,missing-file,pic.png%20#v",
                "./ #x,./ #x,missing-file,%20#x",
                "b.html&nbsp;,b.html\u00a0,missing-file,b.html%C2%A0",
                "b.html&nbsp;#x,b.html\u00a0#x,missing-file,b.html%C2%A0#x",
                "&#x2003;b.html,\u2003b.html,missing-file,%E2%80%83b.html",
                "b.html&#x3000;,b.html\u3000,missing-file,b.html%E3%80%80"
            })
    void onlyTheEndsOfTheWholeAreStripped(String written, String text, String rule, String target) throws Exception {
        CheckedLink link = checked("<a href=\"%s\">1</a>", written, text.replace('~', '\n'));

        assertThat(link.target()).isEqualTo(SITE + target);
        assertThat(link.verdict().rule().id()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"%s\" alt=x>",
                "<svg><use href=\"%s\"/></svg>",
                "<div style=\"background:url('%s')\"></div>",
                "<style>p { background: url('%s') }</style>",
                "<form action=\"%s\"></form>",
                "<object data=\"%s\"></object>",
                "<iframe srcdoc=\"<a href='%s'>1</a>\"></iframe>",
                "<meta http-equiv=refresh content=\"5; url=%s\">"
            })
    void everyPlaceReadsAlike(String element) throws Exception {
        CheckedLink link = checked(element, "b.html #x", "b.html #x");

        assertThat(link.target()).isEqualTo(SITE + "b.html%20#x");
        assertThat(link.verdict().rule().id()).isEqualTo("missing-file");
    }

    @Test
    void theSpaceAtTheEndOfAnOpaquePathIsKeptBeforeAFragment() throws Exception {
        assertThat(checked("<a href=\"%s\">1</a>", "mailto:x #y", "mailto:x #y").target())
                .isEqualTo("mailto:x%20#y");
        assertThat(checked("<a href=\"%s\">1</a>", "mailto:x ", "mailto:x ").target())
                .isEqualTo("mailto:x");
    }

    @Test
    void aPartIsNotRememberedAsTheWhole() throws Exception {
        TrialResult result = trial.page(
                        "index.html",
                        "<a href='b.html #x'>1</a> <a href='b.html '>2</a> <a href='b.html #x'>3</a> <a href='b.html#x'>4</a>")
                .run();

        assertThat(result.ledger())
                .extracting(link -> link.verdict().rule().id())
                .startsWith("missing-file", "ok", "missing-file", "ok");
    }

    @Test
    void anAddressWithAFragmentIsExcludedWithoutTheSpaceBehindIt() throws Exception {
        TrialResult result = trial.excludes("*/gone.html#x")
                .page("index.html", "<a href=' gone.html#x '>1</a>")
                .run();

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void aServerIsAskedForTheSpace() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            server.page("/docs/c.html%20", "<p id=x>")
                    .page("/docs/q.html?q%20", "<p id=x>")
                    .redirect("/docs/old", 302, "c.html #x")
                    .page(
                            "/docs/",
                            "<a href='c.html #x'>1</a> <a href='q.html?q #x'>2</a> <a href='old'>3</a> <a href='b.html #x'>4</a>");

            TrialResult result =
                    new Trial(temporary).servedFrom(server.url("/docs/")).run();

            assertThat(result.finding().target()).isEqualTo(server.url("/docs/b.html%20"));
        }
    }

    @Test
    void anotherSiteIsAskedForTheSpace() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            server.page("/c%20", "").page("/c", "");

            trial.askingOutside()
                    .page("index.html", "<a href='" + server.url("/c #x") + "'>1</a>")
                    .run();

            assertThat(server.asked()).containsExactly("HEAD /c%20");
        }
    }
}
