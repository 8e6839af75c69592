// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.url.WebUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootEscapeTest {

    private static boolean climbs(String base, String reference) {
        return RootEscape.isAboveRoot(WebUrl.ofSerialised("https://site.invalid" + base), reference);
    }

    @ParameterizedTest
    @CsvSource({
        "/index.html,../x",
        "/a/b.html,../../x",
        "/a/b.html,c/../../../x",
        "/a/b.html,../..",
        "/a/b.html,%2e%2e/.%2E/x",
        "/a/b.html,..\\..\\x",
        "/a/,/../x",
        "/a/b/c.html,/x/../../y",
        "/a/b.html,./../../x"
    })
    void moreDoubleDotsThanDirectoriesPointAboveTheRoot(String base, String reference) {
        assertThat(climbs(base, reference)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/index.html,x",
        "/index.html,''",
        "/index.html,./x",
        "/a/b.html,../x",
        "/a/b.html,..",
        "/a/b.html,c/d/../../../x",
        "/a/b.html,c//../../../x",
        "/index.html,x//../../y",
        "/a//b.html,../../x",
        "/index.html,...",
        "/index.html,..x/y",
        "/index.html,x?../../../y",
        "/index.html,x#../../../y",
        "/index.html,https://x.example/../../y",
        "/index.html,//x.example/../../y",
        "/index.html,mailto:../../x"
    })
    void theRestStaysBelow(String base, String reference) {
        assertThat(climbs(base, reference)).isFalse();
    }

    @Test
    void aLongReferenceIsReadOnce() {
        assertThat(climbs("/index.html", "a/" + ":".repeat(3_000_000))).isFalse();
    }
}
