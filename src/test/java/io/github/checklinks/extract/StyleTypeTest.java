// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.attribute.LinkAttributes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"text/less", "text/css;charset=utf-8", " text/css", "text/x-scss", "css", "text/tailwindcss"})
    void aStyleElementOfAnotherTypeIsNoStyleSheet(String type) {
        String style = "<style type='" + type + "'>@import 'a'; p { background: url(@{b}) }</style>";

        for (LinkAttributes linkAttributes : new LinkAttributes[] {LinkAttributes.STANDARD, Trees.STANDARD}) {
            assertThat(RecordedLinks.html(style, linkAttributes).links).isEmpty();
            assertThat(RecordedLinks.html("<svg>" + style + "</svg>", linkAttributes).links)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "type=''", "type=text/css", "type=TEXT/CSS", "media=print"})
    void anyOtherIsOne(String attribute) {
        for (LinkAttributes linkAttributes : new LinkAttributes[] {LinkAttributes.STANDARD, Trees.STANDARD}) {
            assertThat(RecordedLinks.html("<style " + attribute + ">@import 'a'</style>", linkAttributes).links)
                    .containsExactly("style a");
        }
    }
}
