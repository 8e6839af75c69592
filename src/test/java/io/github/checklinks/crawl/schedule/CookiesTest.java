// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CookiesTest {

    private static final String ORIGIN = "https://a.org";

    private final Cookies cookies = new Cookies();

    @Test
    void onlyNamesAndValuesAreSent() {
        cookies.keep(ORIGIN, List.of("a=1; Path=/; HttpOnly", " b=2 ", "c="));

        assertThat(cookies.header(ORIGIN)).isEqualTo("a=1; b=2; c=");
    }

    @Test
    void aCookieWithoutNameIsIgnored() {
        cookies.keep(ORIGIN, List.of("", "; Path=/", "=x", "nonsense"));

        assertThat(cookies.header(ORIGIN)).isEmpty();
    }

    @Test
    void aCookieIsSentToItsOwnOriginOnly() {
        cookies.keep(ORIGIN, List.of("a=1; Domain=org"));

        assertThat(cookies.header("https://b.org")).isEmpty();
        assertThat(cookies.header("http://a.org")).isEmpty();
        assertThat(cookies.header("https://a.org:8443")).isEmpty();
    }

    @Test
    void aNewValueReplacesTheOldOne() {
        cookies.keep(ORIGIN, List.of("a=1", "b=1"));
        cookies.keep(ORIGIN, List.of("a=2"));

        assertThat(cookies.header(ORIGIN)).isEqualTo("a=2; b=1");
    }

    @Test
    void theNumberOfCookiesIsLimited() {
        cookies.keep(
                ORIGIN, IntStream.range(0, 1_000).mapToObj(i -> "c" + i + "=x").toList());
        cookies.keep(ORIGIN, List.of("c0=y"));

        assertThat(cookies.header(ORIGIN).split("; ")).hasSize(50).contains("c0=y");
    }
}
