// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/HTML; charset=utf-8",
                "application/xhtml+xml",
                "text/css",
                "application/xml",
                "text/xml;charset=x",
                "application/rss+xml",
                "image/svg+xml",
                "application/manifest+json",
                " text/html , text/html",
            })
    void aLanguageWithLinksIsRead(String type) {
        assertThat(BodyPolicy.reads("/any", type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pdf",
                "image/png",
                "text/plain",
                "application/json",
                "application/zip",
                "text/html, text/plain"
            })
    void anythingElseIsNot(String type) {
        assertThat(BodyPolicy.reads("/any", type)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/site/manifest.json, application/json",
        "/sitemap.xml.gz, application/gzip",
        "/sitemap.xml.GZ, application/x-gzip",
        "/sitemap.xml.gz, application/octet-stream",
        "/robots.txt, text/plain",
    })
    void somePathsMakeATypeWorthReading(String path, String type) {
        assertThat(BodyPolicy.reads(path, type)).isTrue();
        assertThat(BodyPolicy.reads("/other", type)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "text", "*/*", "unknown/unknown", "application/unknown", ",", "text/html/x"})
    void withoutATypeTheBodyHasToSayWhatItIs(String type) {
        assertThat(BodyPolicy.reads("/index.html", type)).isTrue();
    }

    @Test
    void robotsAreReadWhateverTheirType() {
        assertThat(BodyPolicy.reads("/robots.txt", "text/plain")).isTrue();
        assertThat(BodyPolicy.reads("/docs/robots.txt", "text/plain")).isFalse();
    }
}
