// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.attribute.LinkAttributes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the scanner reports the same as an independent parser, the tree builder of jsoup. */
class DomDifferenceTest {

    private static final int PAGES = 6000;

    /** The reasons for differences between the two on randomly broken pages. */
    private enum Reason {
        /** A tree builder omits misplaced tags, such as table rows outside of tables; a scanner does not know where tags are allowed. */
        LEFT_OUT,
        /** A misnested button belongs to another form in the tree of jsoup than in that of the standard. */
        FORM_OWNER,
        /** Which stray end tags end SVG or MathML depends on the enclosing HTML elements, which a scanner does not track. */
        FOREIGN_CONTENT
    }

    static List<String> pages() {
        return NastyPages.PAGES;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nastyPagesAreReadAlike(String page) {
        assertThat(RecordedLinks.html(page).all).isEqualTo(RecordedLinks.html(page, Trees.STANDARD).all);
        assertThat(RecordedLinks.html(page).links.toString()).doesNotContain(" no");
    }

    @Test
    void xhtmlIsReadAlike() {
        byte[] page = """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
                <html xmlns="http://www.w3.org/1999/xhtml"><head><title>ä</title><script src="a"/><style>p { x: url(b) }</style>
                <script>//<![CDATA[
                if (1 < 2) "<a href='no'>" //]]></script></head><body id="t"><p><a href="c?d&amp;e" id="f"/><!-- <a href="no"/> -->
                <a href="g">h</a><iframe src="i"/><textarea/><img src="j" srcset="k 1x, l 2x"/><![CDATA[<a href="no"/>]]></p>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="m"/>
                <title>n</title><linearGradient id="o" xlink:href="#o"/><div/></svg><form action="p" method="post"/></body></html>
                """.getBytes(StandardCharsets.UTF_8);

        RecordedLinks scanned = RecordedLinks.read(page, DocumentType.XHTML, null, LinkAttributes.STANDARD);

        assertThat(scanned.links).hasSize(11);
        assertThat(scanned.all).isEqualTo(RecordedLinks.read(page, DocumentType.XHTML, null, Trees.STANDARD).all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml-stylesheet href='a'?><svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><a href='b'"
                        + " xlink:href='no'/><image xlink:href='c'/><?xml-stylesheet href='no'?><style>@import 'd'</style></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject><div xmlns='http://www.w3.org/1999/xhtml'><img src='a'/><div/></div>"
                        + "</foreignObject><link xmlns='http://www.w3.org/1999/xhtml' href='b'/><link href='no'/><a href='c'/></svg>",
                "<s:svg xmlns:s='http://www.w3.org/2000/svg' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:x='http://www.w3.org/1999/xlink'>"
                        + "<s:a x:href='a'><h:img src='b'/></s:a><h:link href='c'/><s:feImage x:href='d'/></s:svg>",
                "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:svg='http://www.w3.org/2000/svg'><body><svg:svg><svg:image href='a'"
                        + " src='no'/><svg:a href='b'/></svg:svg><a href='c'/></body></html>"
            })
    void namespacesAreReadAlike(String document) {
        byte[] utf8 = document.getBytes(StandardCharsets.UTF_8);
        for (DocumentType documentType : List.of(DocumentType.SVG, DocumentType.XHTML)) {
            RecordedLinks scanned = RecordedLinks.read(utf8, documentType, null, LinkAttributes.STANDARD);

            assertThat(scanned.links).hasSizeGreaterThan(2).noneMatch(link -> link.endsWith(" no"));
            assertThat(scanned.all).isEqualTo(RecordedLinks.read(utf8, documentType, null, Trees.STANDARD).all);
        }
    }

    @Test
    void brokenPagesAreReadAlikeButForKnownReasons() {
        Random random = new Random(20);
        Map<Reason, Integer> explained = new EnumMap<>(Reason.class);
        List<String> unexplained = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            String page = NastyPages.mutated(random);
            Set<String> scanned = reported(page, LinkAttributes.STANDARD);
            Set<String> tree = reported(page, Trees.STANDARD);
            if (scanned.equals(tree)) {
                continue;
            }
            if (page.contains("<svg") || page.contains("<math")) {
                explained.merge(Reason.FOREIGN_CONTENT, 1, Integer::sum);
            } else if (scanned.containsAll(tree)) {
                explained.merge(Reason.LEFT_OUT, 1, Integer::sum);
            } else if (withoutKind(scanned).containsAll(withoutKind(tree))) {
                explained.merge(Reason.FORM_OWNER, 1, Integer::sum);
            } else {
                unexplained.add(page);
            }
        }

        assertThat(unexplained).isEmpty();
        assertThat(explained).containsOnlyKeys(Reason.values());
        assertThat(explained.values()).allMatch(count -> count < PAGES / 50);
    }

    /** Returns everything reported, without duplicates; a tree repeats misnested elements, and has a body before its tag. */
    private static Set<String> reported(String page, LinkAttributes linkAttributes) {
        Set<String> reported = new LinkedHashSet<>();
        for (String one : RecordedLinks.html(page, linkAttributes).all) {
            reported.add(one.replaceFirst("^\\d+ (?=(?:body|html)@)", ""));
        }
        return reported;
    }

    private static Set<String> withoutKind(Set<String> reported) {
        Set<String> without = new LinkedHashSet<>();
        reported.forEach(one -> without.add(one.contains("@formaction ") ? one.replace(" (POST)", "") : one));
        return without;
    }
}
