// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.attribute.LinkAttributes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the content of templates, read by the scanner and from the tree. */
class TemplateTest {

    private static final String LINK = "<a href=after id=last>x</a>";

    /** Returns what both readers find, without offsets. */
    private static List<String> read(String page) {
        return read(page, DocumentType.HTML);
    }

    private static List<String> read(String page, DocumentType documentType) {
        byte[] utf8 = page.getBytes(StandardCharsets.UTF_8);
        RecordedLinks scanned = RecordedLinks.read(utf8, documentType, null, LinkAttributes.STANDARD);
        assertThat(RecordedLinks.read(utf8, documentType, null, Trees.STANDARD).all)
                .isEqualTo(scanned.all);
        return scanned.all.stream().map(one -> one.replaceFirst("^\\d+ ", "")).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<template><a href=no id=no name=no>x</a><img src=''><img srcset={{x}}></template>",
                "<TEMPLATE><base href=no><map name=no></map><meta http-equiv=refresh content='0;url=no'></Template >",
                "<template><style>@import 'no'; p { background: url(no) }</style><p style='background:url(no)'></template>",
                "<template><template><a href=no></a></template><a href=no></a></template>",
                "<template><div><p><a href=no></template>",
                "<template><iframe srcdoc='<base href=no><a href=no>'></iframe></template>",
                "<template><svg><a href=no></a></template>",
                "<template><svg><template><a href=no></a></template><a href=no></a></svg></template>",
                "<template><svg><foreignObject><a href=no></a></foreignObject></svg><a href=no></a></template>",
                "<template></body></html><a href=no></a></template>",
                "<div><template shadowrootmode=opened><a href=no id=no></a></template></div>",
                "<div><template shadowrootmode=''><a href=no></a></template></div>",
                "<div><template shadowroot=open><a href=no></a></template></div>",
                "<ul><template shadowrootmode=open><a href=no></a></template></ul>",
                "<div><template><p><template shadowrootmode=open><a href=no></a></template></p></template></div>",
                "<template><link rel=stylesheet href=no><script src=no></script><form action=no></form></template>",
            })
    void theContentOfATemplateIsNotPartOfThePage(String template) {
        assertThat(read("<!DOCTYPE html><body>" + template + LINK)).containsExactly("a@href after", "anchor last");
    }

    @Test
    void aTemplateThatDoesNotEndHidesTheRest() {
        assertThat(read("<!DOCTYPE html><body><template id=t><p></p><a href=no></a>"))
                .containsExactly("anchor t");
    }

    @Test
    void aTemplateOfSvgIsNone() {
        assertThat(read("<!DOCTYPE html><body><svg><template><a href=x /></template><a href=y /></svg>" + LINK))
                .containsExactly("a@href x", "a@href y", "a@href after", "anchor last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "closed", "OPEN", "'Closed'"})
    void theLinksOfAShadowRootAreLiveAndItsIdsAreNoAnchors(String mode) {
        assertThat(read("<!DOCTYPE html><body><x-y>text<template id=no shadowrootmode=" + mode
                        + "><base href=no><a href=x id=no name=no></a><a href=#y></a><style>p { background: url(z) }</style></template>"
                        + "<p id=slotted></p></x-y>" + LINK))
                .containsExactly("a@href x", "a@href #y", "style z", "anchor slotted", "a@href after", "anchor last");
    }

    @Test
    void referencesInsideAShadowTreeAreNotLookedUpInTheDocument() {
        assertThat(
                        read(
                                "<!DOCTYPE html><body><div><template shadowrootmode=open><svg><symbol id=no /><use href=#no />"
                                        + "<linearGradient xlink:href=#no /><use href=x.svg#y /><a href=#z></a></svg></template></div>"))
                .containsExactly("use@href x.svg#y", "a@href #z");
    }

    @Test
    void anElementHasOneShadowRootOnly() {
        assertThat(read("<!DOCTYPE html><body><div><template shadowrootmode=open><a href=x></a></template>\n"
                        + "<template shadowrootmode=open><a href=no></a></template></div>"
                        + "<div><template shadowrootmode=open><a href=y></a></template></div>"))
                .containsExactly("a@href x", "a@href y");
    }

    @Test
    void shadowRootsLieInEachOther() {
        assertThat(read("<!DOCTYPE html><body><div><template shadowrootmode=open><a href=x></a><section>"
                        + "<template shadowrootmode=open><a href=y id=no></a><template><a href=no></a></template></template></section>"
                        + "<a href=z id=no></a></template></div>" + LINK))
                .containsExactly("a@href x", "a@href y", "a@href z", "a@href after", "anchor last");
    }

    @Test
    void aFormAroundATemplateContinuesAfterIt() {
        assertThat(read("<!DOCTYPE html><body><form method=post action=x><template><form action=no></form></template>"
                        + "<button formaction=y></button></form><button formaction=z></button>"))
                .containsExactly("form@action x (POST)", "button@formaction y (POST)", "button@formaction z");
    }

    @Test
    void aTemplateOfXhtmlIsInertWhateverItSays() {
        assertThat(read(
                        "<html xmlns='http://www.w3.org/1999/xhtml'><body><div><template shadowrootmode='open'><a href='no' id='no'/>"
                                + "</template></div><template/><a href='x'/></body></html>",
                        DocumentType.XHTML))
                .containsExactly("a@href x");
    }

    @Test
    void aBaseThatOnlyBrowsersWithoutScriptsSeeIsNone() {
        assertThat(read("<!DOCTYPE html><body><noscript><base href=no><a href=x></a></noscript><base href=y>" + LINK))
                .containsExactly("a@href x", "base y", "a@href after", "anchor last");
    }

    @Test
    void aCharsetInATemplateIsUsedNevertheless() {
        // The prescan searches bytes, before there is a tree (HTML §13.2.3.2).
        byte[] page =
                "<template><meta charset=iso-8859-5></template><p id=\u00E8>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(RecordedLinks.read(page, DocumentType.HTML, null, LinkAttributes.STANDARD).anchors)
                .containsExactly("\u0448");
    }
}
