// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${project.url}/a",
                "a/${x}",
                "{{ site.baseurl }}/a",
                "@version@/index.html",
                "/docs/@project.version@/",
                "https://@host@/x",
                "https://@host@:80/",
                "@name@",
                "a/@name@?b",
                "a/@name@#b"
            })
    void anUnresolvedPlaceholderIsRecognised(String text) {
        assertThat(Placeholders.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@scope/package",
                "https://www.npmjs.com/package/@scope/name",
                "https://medium.com/@user",
                "https://user@host/",
                "a@b@c",
                "@a@b/",
                "@@/",
                "@a b@/",
                "$x/{y}",
                "${x",
                "}${",
                "{x}"
            })
    void whatOnlyLooksLikeAPlaceholderIsNone(String text) {
        assertThat(Placeholders.isIn(text)).isFalse();
    }
}
