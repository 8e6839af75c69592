// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.url.WebUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemeTypoTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "htp://a.org/",
                "hhtp://a.org/",
                "htttps://a.org/",
                "htps://a.org/",
                "thtp:/x",
                "ttps://a",
                "httpa://a"
            })
    void aSchemeOneEditAwayFromHttpOrHttpsIsATypo(String url) {
        assertThat(SchemeTypo.isTypo(WebUrl.ofSerialised(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.org/",
                "https://a.org/",
                "ftp://a.org/",
                "mailto:me@a.org",
                "ws://a/",
                "tel:1",
                "htp:opaque",
                "shttp://a.org/",
                "hxxp://a.org/",
                "h://a/",
                "javascript:/x/",
                "git+https://a.org/"
            })
    void anyOtherSchemeIsNoTypo(String url) {
        assertThat(SchemeTypo.isTypo(WebUrl.ofSerialised(url))).isFalse();
    }
}
