// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.CheckedLink;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SVG images: their links count where a browser opens them as documents. */
class OpenedPicturesTest extends LoopbackTrial {

    private static final String SVG =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>";
    private static final String PICTURE = SVG + "<g id='i'/><a xlink:href='gone.html'><text>x</text></a></svg>";

    /** Returns the links of SVG images as page, text and verdict. */
    private static List<String> ofPictures(TrialResult result) {
        return result.ledger().stream()
                .filter(link -> link.link().page().contains("art"))
                .map(OpenedPicturesTest::line)
                .toList();
    }

    private static String line(CheckedLink link) {
        return link.link().page() + " " + link.link().reference().text() + " "
                + link.verdict().rule().id();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src=art.svg></iframe>",
                "<object data=art.svg></object>",
                "<embed src=art.svg?v=1>",
                "<a href=art.svg>x</a>",
                "<a href=art.svg#i>x</a>",
                "<img src=art.svg><a href=art.svg>x</a>",
                "<svg><use href='art.svg#i'/></svg><a href='art.svg '>x</a>",
                "<map name=m><area href=art.svg></map>",
                "<svg><a href=art.svg></a></svg>",
                "<iframe srcdoc='<a href=art.svg>x</a>'></iframe>",
                "<meta http-equiv=refresh content='0;url=art.svg'>"
            })
    void theLinksOfAPictureThatIsOpenedCount(String opening) throws Exception {
        trial.file("art.svg", PICTURE);
        server.page("/d/", opening).on("/d/art.svg", svg(PICTURE)).on("/d/art.svg?v=1", svg(PICTURE));

        TrialResult built = trial.page("index.html", opening).run();
        TrialResult served = new Trial(temporary.resolve("served"))
                .servedFrom(server.url("/d/"))
                .run();

        assertThat(ofPictures(built)).containsExactly("art.svg gone.html missing-file");
        assertThat(ofPictures(served)).hasSize(1).allMatch(line -> line.endsWith(" gone.html not-found"));
        assertThat(built.summary().pages()).isEqualTo(1);
        assertThat(served.summary().pages()).isEqualTo(1);
    }

    private static LoopbackServer.Answer svg(String text) {
        return exchange -> LoopbackServer.send(exchange, 200, "image/svg+xml", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=art.svg>",
                "<p style='background: url(art.svg)'>",
                "<svg><image href=art.svg /><use href='art.svg#i'/></svg>",
                "<link rel=icon href=art.svg>",
                "<picture><source srcset=art.svg><img src=art.svg></picture><video poster=art.svg></video>",
                "<a data-check-links=ignore href=art.svg>x</a>",
                "<template><a href=art.svg></a></template><img src=art.svg>"
            })
    void theLinksOfAPictureThatIsOnlyDrawnDoNot(String drawing) throws Exception {
        trial.file("art.svg", PICTURE);
        server.page("/d/", drawing).on("/d/art.svg", svg(PICTURE));

        assertThat(ofPictures(trial.page("index.html", drawing).run())).isEmpty();
        assertThat(ofPictures(new Trial(temporary.resolve("served"))
                        .servedFrom(server.url("/d/"))
                        .run()))
                .isEmpty();
    }

    @Test
    void aPictureThatIsDrawnOnOnePageAndOpenedOnTheNextIsReadOnce() throws Exception {
        trial.file("art.svg", PICTURE).file("a/other-art.svg", PICTURE);
        for (int i = 0; i < 40; i++) {
            String frame = i % 2 == 0
                    ? "<svg><use href='art.svg#i'/></svg><a href='art.svg#no'></a>"
                    : "<object data=art.svg></object>";
            trial.page("p" + i + ".html", frame + "<img src=a/other-art.svg>");
        }

        TrialResult result = trial.run();

        assertThat(ofPictures(result)).containsExactly("art.svg gone.html missing-file");
        assertThat(result.findings()).hasSize(2);
    }

    @Test
    void aServedPictureIsAskedOnceMoreWhenALaterPageOpensIt() throws Exception {
        server.page("/d/", "<img src=art.svg><img src=pic-art><a href=b.html>x</a>")
                .page("/d/b.html", "<a href=c.html>x</a>")
                .page("/d/c.html", "<iframe src=moved-art.svg></iframe><object data=pic-art></object>")
                .redirect("/d/moved-art.svg", 302, "art.svg")
                .on("/d/art.svg", svg(PICTURE))
                .on("/d/pic-art", svg(PICTURE));

        TrialResult result = trial.servedFrom(server.url("/d/")).run();

        assertThat(ofPictures(result)).containsExactly("art.svg gone.html not-found", "pic-art gone.html not-found");
        assertThat(server.asked("/d/pic-art")).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void picturesOpenPictures() throws Exception {
        trial.file("art.svg", SVG + "<a href='art2.svg'/><image href='art3.svg'/></svg>")
                .file("art2.svg", SVG + "<a href='gone2'/><a href='art.svg'/></svg>")
                .file("art3.svg", SVG + "<a href='no'/></svg>");

        assertThat(ofPictures(trial.page("index.html", "<a href=art.svg>x</a>").run()))
                .containsExactly(
                        "art.svg art2.svg ok",
                        "art.svg art3.svg ok",
                        "art2.svg gone2 missing-file",
                        "art2.svg art.svg ok");
    }

    @Test
    void anImageThatIsNotOpenedIsNotRead() throws Exception {
        trial.file("art.svg", PICTURE).page("index.html", "");

        assertThat(ofPictures(trial.run())).isEmpty();
    }

    @Test
    void excludedPicturesAreTargetsOnly() throws Exception {
        trial.file("art.svg", PICTURE).page("index.html", "<a href=art.svg#i>x</a><a href=art.svg#no>x</a>");

        TrialResult result = trial.excludePages("*.svg").run();

        assertThat(ofPictures(result)).isEmpty();
        assertThat(result.finding().target()).endsWith("art.svg#no");
    }

    @Test
    void everyLinkOfAPictureIsRead() throws Exception {
        trial.page("index.html", "<object data=art.svg></object>").file("art.svg", """
                        <?xml version="1.0"?>
                        <?xml-stylesheet type="text/css" href="a.css?x&amp;y"?><?xml-stylesheet href='#s'?><?other href="no"?>
                        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/no.dtd" [<!ENTITY e SYSTEM "no.txt"><!ENTITY f "no">]>
                        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
                        <script href="b.js"/><script xlink:href="c.js">if (1 &lt; 2) "&lt;a href='no'>"</script>
                        <image href="d.png" xlink:href="no.png"/><filter><feImage xlink:href="e.png"/></filter><use href="#no-use"/>
                        <style>@import "f.css";</style><style type="text/less">@import "no";</style>
                        <a xlink:href="g.html"><text>x</text></a><a href="#no-anchor"><!-- <a href="no"/> --></a><a href="#svgView(viewBox(0,0,1,1))"/>
                        <foreignObject><div xmlns="http://www.w3.org/1999/xhtml"><a href="h.html">x</a><img src="i.png"/></div></foreignObject>
                        <link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="j.css"/><a href="k.html"/>
                        <h:link xmlns:h="http://www.w3.org/1999/xhtml" rel="stylesheet" href="l.css"/>
                        <?xml-stylesheet href="no.css"?></svg>
                        """);

        assertThat(ofPictures(trial.run()))
                .containsExactly(
                        "art.svg a.css?x&y missing-file",
                        "art.svg b.js missing-file",
                        "art.svg c.js missing-file",
                        "art.svg d.png missing-file",
                        "art.svg e.png missing-file",
                        "art.svg #no-use missing-fragment",
                        "art.svg f.css missing-file",
                        "art.svg g.html missing-file",
                        "art.svg #no-anchor missing-fragment",
                        "art.svg #svgView(viewBox(0,0,1,1)) ok",
                        "art.svg h.html missing-file",
                        "art.svg i.png missing-file",
                        "art.svg j.css missing-file",
                        "art.svg k.html missing-file",
                        "art.svg l.css missing-file");
    }

    @Test
    void prefixesOfNamespacesAreTheDocumentsOwn() throws Exception {
        trial.page("index.html", "<object data=art.svg></object>")
                .file(
                        "art.svg",
                        "<s:svg xmlns:s='http://www.w3.org/2000/svg' xmlns:xl='http://www.w3.org/1999/xlink'><s:a xl:href='a.html'/>"
                                + "<s:g><s:image s:href='no' xl:href='b.png'/></s:g><s:style>@import 'c.css'</s:style></s:svg>");

        assertThat(ofPictures(trial.run()))
                .containsExactly(
                        "art.svg a.html missing-file", "art.svg b.png missing-file", "art.svg c.css missing-file");
    }
}
