// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.fetch.RequestMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestModesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a",
                "/a/",
                "/a.html",
                "/a.php",
                "/v1.2/",
                "/v1.zip/a",
                "/a.css",
                "/manifest.json",
                "/sitemap.xml",
                "/sitemap.xml.gz"
            })
    void whatMayHoldLinksIsFetched(String path) {
        assertThat(RequestModes.of(path, false)).isEqualTo(RequestMode.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a.png", "/A.PNG", "/x/y.tar.gz", "/a.js", "/data.json", "/a.pdf"})
    void ofOtherFilesOnlyTheStatusIsRequested(String path) {
        assertThat(RequestModes.of(path, false)).isEqualTo(RequestMode.STATUS);
    }
}
