// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebUrlTest {

    private final WebUrl full = url("https://user:pa%20ss@Example.org:8443/a/b%20c?x=1&y#frag%20ment");

    @Test
    void everyComponentIsReturned() {
        assertThat(full.scheme()).isEqualTo("https");
        assertThat(full.isHttp()).isTrue();
        assertThat(full.userinfo()).isEqualTo("user:pa%20ss");
        assertThat(full.host()).isEqualTo("example.org");
        assertThat(full.port()).isEqualTo(8443);
        assertThat(full.origin()).isEqualTo("https://example.org:8443");
        assertThat(full.path()).isEqualTo("/a/b%20c");
        assertThat(full.query()).isEqualTo("x=1&y");
        assertThat(full.fragment()).isEqualTo("frag%20ment");
    }

    @Test
    void missingComponentsAreNull() {
        WebUrl url = url("http://example.org");

        assertThat(url.userinfo()).isNull();
        assertThat(url.path()).isEqualTo("/");
        assertThat(url.query()).isNull();
        assertThat(url.fragment()).isNull();
        assertThat(url.origin()).isEqualTo("http://example.org");
    }

    @Test
    void anEmptyQueryAndFragmentAreNotNull() {
        WebUrl url = url("https://example.org/?#");

        assertThat(url.query()).isEmpty();
        assertThat(url.fragment()).isEmpty();
    }

    @Test
    void thePortIsTheSchemesDefaultIfNoneIsWritten() {
        assertThat(url("http://h/").port()).isEqualTo(80);
        assertThat(url("https://h/").port()).isEqualTo(443);
        assertThat(url("ftp://h/").port()).isEqualTo(21);
        assertThat(url("wss://h/").port()).isEqualTo(443);
        assertThat(url("file:///h").port()).isEqualTo(-1);
        assertThat(url("mailto:h").port()).isEqualTo(-1);
        assertThat(url("a:/.//p").port()).isEqualTo(-1);
        assertThat(url("a://h:7/").port()).isEqualTo(7);
    }

    @Test
    void aUrlWithoutAuthorityHasNoHost() {
        WebUrl mail = url("mailto:me@example.org?subject=x");

        assertThat(mail.host()).isNull();
        assertThat(mail.userinfo()).isNull();
        assertThat(mail.isHttp()).isFalse();
        assertThat(mail.path()).isEqualTo("me@example.org");
        assertThat(mail.query()).isEqualTo("subject=x");
        assertThat(mail.origin()).isEqualTo("null");
        assertThat(mail.redacted()).isEqualTo("mailto:me@example.org?subject=x");
    }

    @Test
    void aFileUrlHasAnEmptyHost() {
        assertThat(url("file:///a").host()).isEmpty();
    }

    @Test
    void schemesThatOnlyBeginLikeHttpAreNotHttp() {
        assertThat(url("httpx://h/").isHttp()).isFalse();
        assertThat(url("shttp://h/").isHttp()).isFalse();
        assertThat(url("abcd://h/").isHttp()).isFalse();
    }

    @Test
    void thePathOfAUrlWithoutHostMayBeginWithTwoSlashes() {
        WebUrl url = url("a:/.//b");

        assertThat(url.host()).isNull();
        assertThat(url.path()).isEqualTo("//b");
    }

    @Test
    void userinfoIsRedacted() {
        assertThat(full.redacted()).isEqualTo("https://***@example.org:8443/a/b%20c?x=1&y#frag%20ment");
        assertThat(full).hasToString(full.redacted());
        assertThat(url("https://token@h/").redacted()).isEqualTo("https://***@h/");
        assertThat(url("https://:pw@h/").redacted()).isEqualTo("https://***@h/");
        assertThat(url("https://h/@x").redacted()).isEqualTo("https://h/@x");
    }

    @Test
    void theFragmentCanBeRemoved() {
        assertThat(full.withoutFragment()).isEqualTo(url("https://user:pa%20ss@example.org:8443/a/b%20c?x=1&y"));
        assertThat(full.withoutFragment().fragment()).isNull();
        assertThat(full.withoutFragment().query()).isEqualTo("x=1&y");
    }

    @Test
    void aUrlWithoutFragmentIsItsOwnWithoutFragment() {
        WebUrl url = url("https://example.org/a?b");

        assertThat(url.withoutFragment()).isSameAs(url);
    }

    @Test
    void urlsAreEqualWhenTheirTextsAre() {
        assertThat(url("HTTPS://example.org:443/a/../b"))
                .isEqualTo(url("https://example.org/b"))
                .hasSameHashCodeAs(url("https://example.org/b"))
                .isNotEqualTo(url("https://example.org/b#"));
    }

    private static WebUrl url(String text) {
        return (WebUrl) WebUrl.parse(text);
    }
}
