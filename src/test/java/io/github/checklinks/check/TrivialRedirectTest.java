// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrivialRedirectTest {

    @ParameterizedTest
    @CsvSource({
        "http://a.test/x, https://a.test/x",
        "http://a.test/x, https://www.a.test/x/",
        "https://www.a.test/, https://a.test/",
        "https://a.test/x, https://a.test/x/",
        "https://a.test/x/, https://a.test/x",
        "https://a.test/x?q=1, https://www.a.test/x?q=1"
    })
    void aSlashOrHttpsOrWwwIsSmall(String from, String to) {
        assertThat(TrivialRedirect.isTrivialRedirect(from, to)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.test/x, https://a.test/y",
        "https://a.test/x, https://b.test/x",
        "https://a.test/x, https://a.test/X",
        "https://a.test/x, https://a.test:8443/x",
        "https://a.test/x, https://a.test/x?y",
        "https://a.test/x, https://a.test/x//",
        "https://a.test/x, https://docs.a.test/x",
        "https://a.test/x, http://a.test/x"
    })
    void anythingElseIsAMove(String from, String to) {
        assertThat(TrivialRedirect.isTrivialRedirect(from, to)).isFalse();
    }
}
