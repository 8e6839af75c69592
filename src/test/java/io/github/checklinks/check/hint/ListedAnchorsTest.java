// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedAnchorsTest {

    @Test
    void namesThatDifferOnlyInPunctuationAndCaseAreSimilar() {
        ListedAnchors anchors = new ListedAnchors(List.of("jls-One.two", "jls-one-three", "-Leading", "trailing()"));

        assertThat(anchors.similar("jls-one-two")).isEqualTo("jls-One.two");
        assertThat(anchors.similar("jls.ONE.three")).isEqualTo("jls-one-three");
        assertThat(anchors.similar("leading")).isEqualTo("-Leading");
        assertThat(anchors.similar("(Trailing)")).isEqualTo("trailing()");
        assertThat(anchors.similar("jls-one")).isNull();
    }

    @Test
    void supplementaryCharactersAreComparedAsCodePoints() {
        // The lower-case and the upper-case letter have the same high surrogate.
        ListedAnchors anchors = new ListedAnchors(List.of("x-\uD801\uDC28", "y-\uD801\uDC29"));

        assertThat(anchors.similar("x-\uD801\uDC00")).isEqualTo("x-\uD801\uDC28");
        assertThat(anchors.similar("y-\uD801\uDC00")).isNull();
    }

    @Test
    void lettersBeyondAsciiAreComparedIgnoringCase() {
        // The Kelvin sign is a capital k.
        ListedAnchors anchors = new ListedAnchors(List.of("\u212Aelvin", "\u00C4pfel"));

        assertThat(anchors.similar("k-elvin")).isEqualTo("\u212Aelvin");
        assertThat(anchors.similar("\u00E4-pfel")).isEqualTo("\u00C4pfel");
    }

    @ParameterizedTest
    @CsvSource({
        // Anchors of GitHub and those that Doxia creates for the same heading, and vice versa.
        "bill-of-materials-bom-poms, Bill_of_Materials_.28BOM.29_POMs",
        "Bill_of_Materials_.28BOM.29_POMs, bill-of-materials-bom-poms",
        "whats-new, What.27s_new",
        "über-uns, .C3.9Cber_uns",
        "1-introduction, a1._Introduction",
        "a1._Introduction, 1-introduction",
        "c-and-java, C.2B.2B_and_Java",
        // Asciidoctor, python-markdown, docutils, kramdown.
        "bill-of-materials, _bill_of_materials",
        "_bill_of_materials, bill-of-materials",
        "über-uns, uber-uns",
        "uber-uns, Über_uns",
        "1-introduction, introduction",
        "introduction, 1-introduction"
    })
    void theAnchorOfTheSameHeadingByAnotherGeneratorIsSimilar(String name, String anchor) {
        assertThat(new ListedAnchors(List.of("top", anchor, "other-heading", "2-other")).similar(name))
                .isEqualTo(anchor);
    }

    @ParameterizedTest
    @CsvSource({
        "step-1, Step_2",
        "v1-20, v12.0",
        "1-introduction, 2-introduction",
        "bill-of-materials, Bill_of_Materials_.28BOM.29",
        "1-api, api",
        "a, A.28.29b"
    })
    void theAnchorOfAnotherHeadingIsNotSimilar(String name, String anchor) {
        assertThat(new ListedAnchors(List.of("top", anchor)).similar(name)).isNull();
    }

    @Test
    void neitherOfTwoHeadingsThatFoldEquallyIsSimilar() {
        assertThat(new ListedAnchors(List.of("Setup_.28old.29", "Setup_old.21")).similar("setup-old?"))
                .isNull();
        assertThat(new ListedAnchors(List.of("1-setup", "2-setup")).similar("setup"))
                .isNull();
    }
}
