// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.robots;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.FailureCause;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTxtTest {

    private static final String US = "check-links-maven-plugin/1.0";

    private static RobotsTxt robots(String text) {
        return RobotsTxt.of(text.getBytes(StandardCharsets.UTF_8), US);
    }

    private static boolean allows(RobotsTxt robots, String path) {
        return robots.allows(WebUrl.ofSerialised("https://docs.org" + path));
    }

    @ParameterizedTest
    @CsvSource({
        "/, true",
        "/a.html, true",
        "/private, false",
        "/private/x, false",
        "/private/but/this, true",
        "/privateer, false",
        "/x.pdf, false",
        "/x.pdf?download, true",
        "/list?month=2, false",
        "/robots.txt, true",
        "/%70rivate/x, false",
        "/caf%C3%A9/x, false"
    })
    void theLongestRuleThatMatchesCounts(String path, boolean allowed) {
        RobotsTxt robots = robots("""
                User-agent: *
                Disallow: /private
                Allow: /private/but/
                Disallow: /*.pdf$
                Disallow: /*?month=
                Disallow: /café/
                """);

        assertThat(allows(robots, path)).isEqualTo(allowed);
    }

    @Test
    void theGroupOfOurNameReplacesThatForAll() {
        RobotsTxt robots =
                robots("User-agent: *\nDisallow: /\n\nUser-Agent: Check-Links-Maven-Plugin # us\nDisallow: /no\n");

        assertThat(allows(robots, "/yes")).isTrue();
        assertThat(allows(robots, "/no")).isFalse();
    }

    @Test
    void aCustomUserAgentHasItsOwnProductToken() {
        byte[] text =
                "User-agent: our-docs-check\nAllow: /\n\nUser-agent: *\nDisallow: /\n".getBytes(StandardCharsets.UTF_8);

        assertThat(allows(RobotsTxt.of(text, "Our-Docs-Check/2 (nightly)"), "/x"))
                .isTrue();
        assertThat(allows(RobotsTxt.of(text, US), "/x")).isFalse();
        assertThat(RobotsTxt.productToken("123/4")).isEqualTo("check-links-maven-plugin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><html><p>User-agent: *<br>Disallow: /</html>",
                "User-agent: *\nDisallow:\n",
                "User-agent: other\nDisallow: /\n",
                "Disallow: /\n",
                "\u0000\u0001\uFFFD"
            })
    void linesThatAreNoRuleDisallowNothing(String text) {
        assertThat(allows(robots(text), "/x")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFUser-agent: *\r\nDisallow: /x\r\n",
                "user-agent:*\rdisallow:/x",
                "User-agent: *\nContent-Signal: search=yes\nHost: docs.org\nDisallow: /x\nSitemap: https://docs.org/s.xml",
                "User-agent: other\nUser-agent: *\n\n  Disallow : /x # not that\n"
            })
    void linesAreParsedInAllSpellings(String text) {
        assertThat(allows(robots(text), "/x")).isFalse();
        assertThat(allows(robots(text), "/y")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10, 10000", "0.5, 500", "1 # second, 1000", "0, 0", "soon, 0", "-3, 0", "3600, 3600000"})
    void theDelayIsInSeconds(String value, long millis) {
        RobotsTxt robots = robots("User-agent: *\nCrawl-delay: " + value + "\nDisallow: /no\n");

        assertThat(robots.crawlDelay()).isEqualTo(Duration.ofMillis(millis));
        assertThat(allows(robots, "/yes")).isTrue();
        assertThat(allows(robots, "/no")).isFalse();
    }

    @Test
    void moreThanHalfAMebibyteIsNotRead() {
        assertThat(allows(robots("User-agent: *\n" + "#".repeat(512 << 10) + "\nDisallow: /\n"), "/x"))
                .isTrue();
    }

    @Test
    void anUnreachableFileDisallowsEverything() {
        RobotsTxt robots = RobotsTxt.unreadable(FailureCause.ROBOTS_UNAVAILABLE, "503", 503, 3);

        assertThat(allows(robots, "/x")).isFalse();
        assertThat(robots.crawlDelay()).isZero();
        assertThat(robots.refusal().cause()).isEqualTo(FailureCause.ROBOTS_UNAVAILABLE);
        assertThat(robots.refusal().detail()).contains("503", "robots.txt", "set respectRobots to false");
    }

    @Test
    void nothingIsDisallowedWithoutFile() {
        assertThat(allows(RobotsTxt.NONE, "/x")).isTrue();
        assertThat(RobotsTxt.NONE.crawlDelay()).isZero();
    }
}
