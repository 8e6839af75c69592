// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {

    @ParameterizedTest
    @CsvSource({
        "example.org, https://example.org/x, true",
        "example.org, http://example.org:8080/, true",
        "example.org, https://www.example.org/, false",
        "EXAMPLE.org, https://example.org/, true",
        "https://example.org, https://example.org/, true",
        "https://example.org, http://example.org/, false",
        "https://example.org, https://example.org:8443/, false",
        "https://example.org:8443/, https://example.org:8443/, true",
        "example.org:443, https://example.org/, true",
        "example.org:443, http://example.org/, false",
        "*.example.org, https://a.b.example.org/, true",
        "*.example.org, https://example.org/, false",
        "*, http://example.org/, true",
        "http://*.example.org:81, http://a.example.org:81/, true",
        "[::1], http://[::1]:9/, true",
        "[0:0::1], http://[::1]:9/, true",
        "bücher.example, https://xn--bcher-kva.example/, true",
    })
    void aHostIsMatchedWithWhatWasWritten(String pattern, String url, boolean matches) {
        assertThat(HostPattern.of("name", pattern).matches(url(url))).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "docs.example.org, https://docs.example.org",
        "docs.example.org:8443, https://docs.example.org:8443",
        "http://docs.example.org, http://docs.example.org",
        "https://docs.example.org:443, https://docs.example.org",
    })
    void exactMeansHttpsAndItsDefaultPortUnlessOthersAreWritten(String pattern, String meant) {
        HostPattern exact = HostPattern.of("name", pattern).exact();

        assertThat(exact).hasToString(meant).isEqualTo(exact.exact());
    }

    @Test
    void aHostAndPortAreMatchedWhateverTheScheme() {
        assertThat(HostPattern.of("name", "https://example.org").matches("example.org", 443))
                .isTrue();
        assertThat(HostPattern.of("name", "https://example.org").matches("example.org", 80))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "example.org/docs",
                "ftp://example.org",
                "example.org:0",
                "example.org:70000",
                "exa mple.org",
                "https://*.bücher.example",
                "exa<mple",
                "example.org?x",
                "[::1",
            })
    void theErrorForAnInvalidHostHasAnExample(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPattern.of("name in item 1 of hosts", pattern))
                .withMessageStartingWith("name in item 1 of hosts is \"" + pattern + "\", but allowed is ")
                .withMessageEndingWith("Example: <name>https://docs.example.org</name>");
    }

    @Test
    void aUserinfoIsRejectedWithoutBeingPrinted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPattern.of("name", "https://me:secret@example.org"))
                .withMessageContaining("***@example.org")
                .withMessageNotContaining("secret");
    }

    private static WebUrl url(String text) {
        return (WebUrl) WebUrl.parse(text);
    }
}
