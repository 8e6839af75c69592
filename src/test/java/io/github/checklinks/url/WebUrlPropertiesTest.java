// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every reference on every page. */
class WebUrlPropertiesTest {

    private static final String SEED = "20261122";

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

    @Provide
    Arbitrary<String> references() {
        return Arbitraries.oneOf(
                Arbitraries.of(PIECES).list().ofMaxSize(12).map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(30));
    }

    @Provide
    Arbitrary<WebUrl> bases() {
        return Arbitraries.of(
                        "https://example.org/docs/guide/index.html?q",
                        "http://u:p@h:81/",
                        "https://example.org",
                        "file:///C:/site/x.html",
                        "foo://host/a/b",
                        "foo:/.//a/b",
                        "mailto:x@y")
                .map(url -> (WebUrl) WebUrl.parse(url));
    }

    @Property(seed = SEED, tries = 20_000)
    void whatIsResolvedParsesToItself(@ForAll("bases") WebUrl base, @ForAll("references") String reference) {
        if (base.resolve(reference) instanceof WebUrl url) {
            assertThat(WebUrl.parse(url.href())).isEqualTo(url);
            assertThat(base.resolve(url.href())).isEqualTo(url);
            assertThat(url.resolve(url.href())).isEqualTo(url);
            assertThat(url.href()).matches("[\\x21-\\x7E ]*");
        }
    }

    @Property(seed = SEED, tries = 10_000)
    void aFragmentIsAllThatAFragmentChanges(@ForAll("bases") WebUrl base, @ForAll("references") String reference) {
        if (base.resolve("#" + reference) instanceof WebUrl url) {
            assertThat(url.withoutFragment()).isEqualTo(base.withoutFragment());
        } else {
            throw new AssertionError("a fragment always resolves: " + reference);
        }
    }

    @Property(seed = SEED, tries = 10_000)
    void whatIsMalformedSaysWhy(@ForAll("bases") WebUrl base, @ForAll("references") String reference) {
        if (base.resolve(reference) instanceof MalformedUrl malformed) {
            assertThat(malformed.reason()).isNotBlank();
        }
    }

    @Property(seed = SEED, tries = 10_000)
    void aPathEncodedDecodesToItself(@ForAll("references") String path) {
        // Half a surrogate pair has no UTF-8.
        String text = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(PercentCoding.decode(PercentCoding.encodePath(text))).isEqualTo(text);
    }
}
