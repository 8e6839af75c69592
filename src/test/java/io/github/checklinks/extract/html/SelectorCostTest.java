// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import io.github.checklinks.extract.RecordedLinks;
import io.github.checklinks.extract.attribute.LinkAttributes;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Slow
class SelectorCostTest {

    private static List<String> muted(String body, String selector) {
        return RecordedLinks.html(
                        "<!DOCTYPE html><body>" + body, LinkAttributes.of(List.of(), List.of("[data-x]", selector)))
                .mutedTexts;
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "h1 ~ p",
                "p:nth-child(2)",
                "p:nth-last-child(n+2)",
                "p:first-of-type",
                "p:only-child",
                "p:not(h1~p)"
            })
    void positionsAmongVeryManySiblingsAreNotMatched(String selector) {
        String page = "<b data-x><a href=x>1</a></b>" + "<p>2</p>".repeat(160_000) + "<a href=y>3</a>";

        assertThat(muted(page, selector)).containsExactly("x");
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(strings = {"p:has(q)", "p:contains(z)", ":not(:has(b))"})
    void contentOfVeryManyNestedElementsIsNotMatched(String selector) {
        String page = "<b data-x><a href=x>1</a></b>" + "<div><span>".repeat(80_000) + "<a href=y>3</a>";

        assertThat(muted(page, selector)).containsExactly("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h1 ~ p", "p:nth-child(2)", "p:has(a)", "p:only-of-type", "[class~=k]"})
    void anOrdinaryPageIsMatched(String selector) {
        String page =
                "<div><h1>1</h1><p class=k><a href=x>2</a></p></div>" + "<i>3</i>".repeat(2000) + "<a href=y>4</a>";

        assertThat(muted(page, selector)).containsExactly("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nav.side", "[class~=side]", "body > nav", "nav"})
    void otherSelectorsAreMatchedOnPagesOfAnyKind(String selector) {
        String page = "<nav class=side><a href=x>1</a></nav>" + "<p>2</p>".repeat(40_000) + "<a href=y>3</a>";

        assertThat(muted(page, selector)).containsExactly("x");
    }
}
