// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Properties of every reference on every page. */
class WebUrlPropertiesTest {

    private static final List<String> PIECES = List.of(
            "http:",
            "https:",
            "file:",
            "mailto:",
            "data:",
            "foo:",
            "//",
            "/",
            "\\",
            "..",
            ".",
            "%2e",
            "%2E%2e",
            "%",
            "%25",
            "%zz",
            ":",
            "@",
            "?",
            "#",
            "a",
            "B",
            "c.html",
            "x=1&y",
            "example.org",
            "b\u00fccher.de",
            "xn--bcher-kva",
            "[::1]",
            "[",
            "]",
            "127.1",
            "0x7f",
            "999",
            "65536",
            "80",
            "443",
            "C|",
            "C:",
            " ",
            "\t",
            "\n",
            "\0",
            "\u00e4",
            "\ud83d\ude00",
            "\ud83d",
            "\u3002",
            "\u00ad",
            "<",
            ">",
            "{",
            "|",
            "^",
            "~",
            "'",
            "\"",
            "`",
            "*",
            ";",
            ",",
            "=",
            "+");

    private static final Samples<String> REFERENCES = Samples.oneOf(Samples.strings(PIECES, 12), Samples.strings(30));

    private static final List<WebUrl> BASES = Stream.of(
                    "https://example.org/docs/guide/index.html?q",
                    "http://u:p@h:81/",
                    "https://example.org",
                    "file:///C:/site/x.html",
                    "foo://host/a/b",
                    "foo:/.//a/b",
                    "mailto:x@y")
            .map(url -> (WebUrl) WebUrl.parse(url))
            .toList();

    @Test
    void whatIsResolvedParsesToItself() {
        REFERENCES.check(20_000, BASES, (base, reference) -> {
            if (base.resolve(reference) instanceof WebUrl url) {
                assertThat(WebUrl.parse(url.href())).isEqualTo(url);
                assertThat(base.resolve(url.href())).isEqualTo(url);
                assertThat(url.resolve(url.href())).isEqualTo(url);
                assertThat(url.href()).matches("[\\x21-\\x7E ]*");
            }
        });
    }

    @Test
    void aFragmentChangesNothingElse() {
        REFERENCES.check(10_000, BASES, (base, reference) -> {
            assertThat(base.resolve("#" + reference))
                    .isInstanceOfSatisfying(
                            WebUrl.class,
                            url -> assertThat(url.withoutFragment()).isEqualTo(base.withoutFragment()));
        });
    }

    @Test
    void aMalformedUrlHasAReason() {
        REFERENCES.check(10_000, BASES, (base, reference) -> {
            if (base.resolve(reference) instanceof MalformedUrl malformed) {
                assertThat(malformed.reason()).isNotBlank();
            }
        });
    }

    @Test
    void aPathEncodedDecodesToItself() {
        REFERENCES.check(10_000, path -> {
            // An unpaired surrogate has no UTF-8.
            String text = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

            assertThat(PercentCoding.decode(PercentCoding.encodePath(text))).isEqualTo(text);
        });
    }
}
