// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.RecordedLinks;
import io.github.checklinks.extract.Trees;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.reader.PageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlScannerTest {

    private static final String LINK = "<a href=x>";

    @Test
    void aLinkIsReportedWithTheOffsetOfItsTag() {
        RecordedLinks links = RecordedLinks.html("<p>Go <a class='q' href=\"guide.html\">there</a>");

        assertThat(links.links).containsExactly("a@href guide.html");
        assertThat(links.offsets).containsExactly(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=u>",
                "<a href='u'>",
                "<a href=\"u\">",
                "<A HREF=u>",
                "<a\nhref\n=\nu\n>",
                "<a href=u/ ",
                "<a/href=u>",
                "<a x='>' href=u>",
                "<a x=\"'\" href=u>",
                "<a x=y\"z href=u>",
                "<a x href=u>",
                "<a =x href=u>",
                "<a x='y'href=u>",
                "<a <b href=u>",
                "<a \"href=v\" href=u>",
                "<<a href=u>",
                "< a href=v><a href=u>",
                "<a href=u",
            })
    void attributesAreReadInEverySpelling(String page) {
        boolean unfinished = !page.endsWith(">");

        assertThat(RecordedLinks.html(page).links)
                .isEqualTo(unfinished ? java.util.List.of() : java.util.List.of("a@href u"));
    }

    @Test
    void ofTwoAttributesOfOneNameTheFirstCounts() {
        assertThat(RecordedLinks.html("<a href=first HREF=second id=one ID=two>").all)
                .containsExactly("0 a@href first", "anchor one");
    }

    @Test
    void anUnquotedValueHoldsSlashes() {
        assertThat(RecordedLinks.html("<a href=a/b/>").links).containsExactly("a@href a/b/");
    }

    @Test
    void aValueIsNotTrimmed() {
        assertThat(RecordedLinks.html("<a href=' a b\t'>").links).containsExactly("a@href  a b\t");
    }

    @Test
    void anEmptyHrefIsALinkAndAMissingOneIsNot() {
        assertThat(RecordedLinks.html("<a href=''><a href><a name=x><a>").links).containsExactly("a@href ", "a@href ");
    }

    @Test
    void emptySourcesAreReportedOnce() {
        assertThat(RecordedLinks.html("<img src='' srcset=' , '><object data=''><video poster=''>").links)
                .containsExactly("img@src ", "img@srcset  ,  (NOTHING)", "object@data ", "video@poster ");
    }

    @Test
    void lineEndsAndNulInValuesAreReadAsTheStandardSays() {
        assertThat(RecordedLinks.html("<a href='a\r\nb\rc\nd\0e'>").links).containsExactly("a@href a\nb\nc\nd\uFFFDe");
    }

    @Test
    void endTagsHaveNoAttributes() {
        assertThat(RecordedLinks.html("</a href=x id=y></p x='>" + LINK + "'>").all)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- %s -->",
                "<!--%s-->",
                "<!-- -- > %s -->",
                "<!-- --! %s --!>",
                "<!-->%s",
                "<!--->%s",
                "<!--!>%s-->",
                "<!---!>%s-->",
                "<!-- <!-- %s -->",
                "<!-- --->%s",
                "<!-- <!-->%s",
                "<!-- --!>%s",
                "<!%s",
                "<!DOCTYPE html \"%s\"",
                "<?php echo '%s' ?>",
                "</ %s",
                "</>%s",
                "<![CDATA[ %s ]]>",
            })
    void commentsEndWhereTheStandardEndsThem(String form) {
        // The tree of the same page gives the expected values.
        String page = form.formatted(LINK) + "<a href=after>";

        assertThat(RecordedLinks.html(page).links).isEqualTo(RecordedLinks.html(page, Trees.STANDARD).links);
    }

    @Test
    void aCommentHidesLinks() {
        assertThat(RecordedLinks.html("<!--" + LINK + "--><!-- --" + LINK).links)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
    void textIsNotMarkup(String element) {
        String page = "<E>" + LINK + "</Ex></ E></E\0></e ><a href=after>";
        String upper = element.toUpperCase(java.util.Locale.ROOT);

        assertThat(RecordedLinks.html(page.replace("E", element).replace("</e", "</" + upper)).links)
                .containsExactly("a@href after");
    }

    @Test
    void plaintextNeverEnds() {
        assertThat(RecordedLinks.html("<plaintext>" + LINK + "</plaintext>" + LINK).links)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"noscript", "pre", "code", "unknown-element", "button", "select", "dialog"})
    void otherContentIsMarkup(String element) {
        assertThat(RecordedLinks.html("<" + element + ">" + LINK + "</" + element + ">").links)
                .containsExactly("a@href x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- <script> </script> %s --> </script>",
                "<!-- <script> --> </script> %s",
                "<!-- </script> %s",
                "<!--> <script> </script> %s",
                "<!---> <script> </script> %s",
                "<!-- <scripty> </script> %s",
                "<!-- <script/> </script> %s --></script>",
                "<!-- <script> </script > </script> %s",
                "<!-- <script> </scripty> </script> %s --></script>",
                "<!-- <script> <script> </script> %s",
                "<! -- <script> </script> %s",
                "<!-- <script",
                "</script%s",
                "'<!--' + \"<script>\" </script> %s</script>",
            })
    void scriptsEndWhereTheStandardEndsThem(String form) {
        String page = "<script>" + form.formatted(LINK) + "<a href=after></script><a href=last>";

        assertThat(RecordedLinks.html(page).links).isEqualTo(RecordedLinks.html(page, Trees.STANDARD).links);
    }

    @Test
    void theFirstBaseIsReported() {
        assertThat(RecordedLinks.html("<a href=x><base target=t><base href=' a '><base href=b>").all)
                .containsExactly("0 a@href x", "base  a ");
    }

    @Test
    void anchorsAreIdsAndTheNamesOfLinks() {
        RecordedLinks links = RecordedLinks.html(
                "<p id=a name=b><a name=c id=d><A NAME=e&amp;f><a name='' id=''><map name=g id=h><svg id=i>");

        assertThat(links.anchors).containsExactly("a", "c", "d", "e&f", "h", "i");
        assertThat(links.maps).containsExactly("g", "h");
    }

    @Test
    void anImageStartTagIsAnImg() {
        assertThat(RecordedLinks.html("<image src=a srcset=b>").links).containsExactly("img@src a", "img@srcset b");
    }

    @Test
    void svgElementsHaveTheirOwnAttributesAndNames() {
        RecordedLinks links = RecordedLinks.html(
                "<svg><IMAGE xlink:href=a src=no /><use HREF='#b'/><feimage href=c /><lineargradient XLINK:HREF=d />"
                        + "<a xlink:href=e href=f></a><textpath href=g></textpath><link href=no /><rect style='fill:url(h)'/>"
                        + "<clippath style='fill:url(i)'/></svg><a xlink:href=no href=j>");

        assertThat(links.links)
                .containsExactly(
                        "image@xlink:href a",
                        "use@href #b",
                        "feImage@href c",
                        "linearGradient@xlink:href d",
                        "a@href f",
                        "textPath@href g",
                        "rect@style h",
                        "clipPath@style i",
                        "a@href j");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><![CDATA[ %s ]]></svg>",
                "<svg><![CDATA[ > %s ]] > ]]>%s</svg>",
                "<math><mi>%s</mi><![CDATA[ %s ]]></math>",
                "<svg><title>%s</title><desc>%s</desc></svg>",
                "<svg><foreignObject><![CDATA[ %s ]]></foreignObject></svg>",
                "<svg><style>%s</style></svg>",
                "<svg><textarea>%s</textarea></svg>",
                "<svg><p><![CDATA[ %s ]]></p></svg>",
                "<svg></p><![CDATA[ %s ]]>",
                "<div><svg></div><![CDATA[ %s ]]>",
                "<svg><g></svg><![CDATA[ %s ]]>",
                "<svg/><![CDATA[ %s ]]>",
                "<svg a='b'/><![CDATA[ > %s ]]>",
                "<svg a=b /><![CDATA[ > %s ]]>",
                "<svg a//><![CDATA[ > %s ]]>",
                "<svg a=b/><![CDATA[ > %s ]]>",
                "<svg a=/><![CDATA[ > %s ]]>",
                "<svg / ><![CDATA[ > %s ]]>",
                "<svg><svg/><![CDATA[ %s ]]></svg>",
                "<svg><path></svg><title>%s</title>",
                "<math><annotation-xml encoding=text/html><title>%s</title></annotation-xml></math>",
            })
    void foreignContentIsReadAsInATree(String form) {
        String page = form.replace("%s", LINK) + "<a href=after>";

        assertThat(RecordedLinks.html(page).links).isEqualTo(RecordedLinks.html(page, Trees.STANDARD).links);
    }

    @Test
    void aScriptInForeignContentIsMarkup() {
        // HTML §13.2.6.5 leaves the tokenizer in its data state.
        assertThat(RecordedLinks.html("<svg><script>" + LINK + "</script></svg>").links)
                .containsExactly("a@href x");
    }

    @Test
    void aNestedDocumentHasLinksButNoAnchors() {
        RecordedLinks links =
                RecordedLinks.html("<p>\n<iframe src=s srcdoc='<base href=/b/><p id=i><a name=n href=\"x?a&amp;amp;b\">"
                        + "<iframe srcdoc=\"<img src=y>\"></iframe>'>" + LINK + "</iframe>");

        assertThat(links.all)
                .containsExactly("4 iframe@src s", "open base /b/", "4 a@href x?a&b", "4 img@src y", "close base");
    }

    @Test
    void theDepthOfNestedDocumentsIsLimited() {
        String page = "<a href=x>";
        for (int i = 0; i < 8; i++) {
            page = "<iframe srcdoc='" + page.replace("&", "&amp;").replace("'", "&#39;") + "'></iframe>";
        }

        assertThat(RecordedLinks.html(page).links).isEmpty();
    }

    @Test
    void xhtmlTagsMayCloseThemselves() {
        RecordedLinks links = RecordedLinks.of(
                "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a '>'>]><html><title/><script src='s'/><textarea/><iframe src='i'/>"
                        + "<a id='z'/><a href='x'>1</a></html>",
                DocumentType.XHTML);

        assertThat(links.links).containsExactly("script@src s", "iframe@src i", "a@href x");
        assertThat(links.anchors).containsExactly("z");
    }

    @Test
    void xhtmlKnowsCdataSectionsAndInstructions() {
        RecordedLinks links = RecordedLinks.of(
                "<?php <a href='no'> ?><p><![CDATA[<a href='no'>]]><!-- --!> <a href='no'> --><script>//<![CDATA[\n"
                        + "'</script><a href=\"no\">'//]]></script><a href='x'/></p>",
                DocumentType.XHTML);

        assertThat(links.links).containsExactly("a@href x");
    }

    @Test
    void anSvgFileHasAnchorsAndLinks() {
        RecordedLinks links = RecordedLinks.of(
                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><style><![CDATA[ a { fill: url(p.svg) } ]]></style>"
                        + "<g id='g'><b><a xlink:href='x'/></b><use href='#g'/></g></svg>",
                DocumentType.SVG);

        assertThat(links.anchors).containsExactly("g");
        assertThat(links.links).containsExactly("style p.svg", "a@xlink:href x", "use@href #g");
    }

    @Test
    void aReaderKeepsNothingOfThePreviousPage() {
        PageReader reader = new PageReader(LinkAttributes.STANDARD);
        for (String page : new String[] {
            "<svg><form method=post><p data-proofer-ignore>", "<!--", "<a href='", "<script><!--<script>"
        }) {
            byte[] bytes = page.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            reader.read(bytes, bytes.length, DocumentType.HTML, null, new RecordedLinks());
        }
        RecordedLinks links = new RecordedLinks();
        byte[] last = "<title><a href=no></title><button formaction=x><base href=b>trailing"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        reader.read(last, last.length - 8, DocumentType.HTML, null, links);

        assertThat(links.all).containsExactly("26 button@formaction x", "base b");
        assertThat(links.length).isEqualTo(last.length - 8);
    }
}
