// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.checklinks.url.WebUrl;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.org/",
                "https://a.org/x?page=2&monkey=1",
                "https://a.org/token/key=1",
                "https://a.org/?keyword=maven&design=x"
            })
    void anOrdinaryUrlMayBeCached(String url) {
        assertThat(CacheKey.isCacheable(WebUrl.ofSerialised(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@a.org/",
                "https://user:pass@a.org/",
                "https://a.org/?access_token=1",
                "https://a.org/?x=1&API-Key=1",
                "https://a.org/?key=1",
                "https://a.org/?x&sig=1",
                "https://bucket.org/f.zip?X-Amz-Credential=1&X-Amz-Signature=2",
                "https://a.org/;x?PHPSESSION=1"
            })
    void aUrlWithASecretMayNotBeCached(String url) {
        assertThat(CacheKey.isCacheable(WebUrl.ofSerialised(url))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {3000, 100_000})
    void aVeryLongUrlMayNotBeCached(int length) {
        assertThat(CacheKey.isCacheable(WebUrl.ofSerialised("https://a.org/" + "x".repeat(length))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "&", "&token", "=", "a=", "key", "&&auth", ";", "token;"})
    void aLongRepetitionIsSearchedInLinearTime(String piece) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> CacheKey.hasSecret(piece.repeat((1 << 20) / piece.length())));
    }
}
