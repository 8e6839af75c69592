// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.checklinks.crawl.target.HostRule;
import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.ProxyRefusal;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.HostPattern;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings of single hosts, and of proxies. */
class SingleHostsTest extends TrialFixture {

    @AutoClose
    private final LoopbackServer own = new LoopbackServer();

    @AutoClose
    private final LoopbackServer other = new LoopbackServer();

    private final Map<String, String> keys = new ConcurrentHashMap<>();

    @BeforeEach
    void begin() {
        trial.askingOutside();
    }

    private static HostPattern name(LoopbackServer server) {
        return HostPattern.of("name", server.url(""));
    }

    private LoopbackServer.Answer redirect(String to) {
        return exchange -> {
            note(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("X-Key"));
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private void note(String path, String key) {
        keys.put(path, String.valueOf(key));
    }

    @Test
    void headersAreLeftBehindOnAHopToAnotherOrigin() throws Exception {
        own.on("/start", redirect(other.url("/away")));
        other.on("/away", redirect(own.url("/back")));
        own.on("/back", exchange -> {
            note("/back", exchange.getRequestHeaders().getFirst("X-Key"));
            exchange.sendResponseHeaders(200, -1);
        });
        trial.hosts(List.of(new HostSettings(name(own), null, null, Map.of("X-Key", "of-own"), false)), List.of());

        TrialResult result = trial.page("index.html", "<a href=\"" + own.url("/start") + "\">x</a>")
                .run();

        assertThat(result.findings()).isEmpty();
        assertThat(keys).isEqualTo(Map.of("/start", "of-own", "/away", "null", "/back", "of-own"));
    }

    @Test
    void aStatusMayBeFineAtOneHost() throws Exception {
        own.on("/x", exchange -> exchange.sendResponseHeaders(403, -1));
        other.on("/x", exchange -> exchange.sendResponseHeaders(403, -1));
        trial.hosts(List.of(), List.of(new HostRule(name(own), null, null, status -> status == 403, null)));

        TrialResult result = trial.page(
                        "index.html",
                        "<a href=\"" + own.url("/x") + "\">x</a><a href=\"" + other.url("/x") + "\">x</a>")
                .run();

        assertThat(result.finding().target()).isEqualTo(other.url("/x"));
        assertThat(result.finding().rule()).isEqualTo(Rule.BLOCKED);
        assertThat(own.asked()).containsExactly("HEAD /x");
    }

    @Test
    void anchorsMayBeJudgedAtOneHost() throws Exception {
        own.page("/x", "<p id=a>");
        other.page("/x", "<p id=a>");
        trial.hosts(List.of(), List.of(new HostRule(name(own), null, null, null, EnumSet.of(Zone.EXTERNAL))));

        TrialResult result = trial.page(
                        "index.html",
                        "<a href=\"" + own.url("/x#a") + "\">x</a><a href=\"" + own.url("/x#b") + "\">x</a><a href=\""
                                + other.url("/x#b") + "\">x</a>")
                .run();

        assertThat(result.finding().target()).isEqualTo(own.url("/x#b"));
        assertThat(result.finding().rule()).isEqualTo(Rule.MISSING_FRAGMENT);
        assertThat(other.asked()).containsExactly("HEAD /x");
    }

    @Test
    void aReservedNameThatAHostNamesIsReal() throws Exception {
        trial.hosts(List.of(), List.of(new HostRule(HostPattern.of("name", "docs.invalid"), null, null, null, null)));

        TrialResult result = trial.page("index.html", "<a href=\"https://docs.invalid/\">x</a>")
                .run();

        assertThat(result.finding().rule())
                .as("asked, with or without a network")
                .isIn(Rule.UNKNOWN_HOST, Rule.NO_NETWORK);
    }

    @Test
    void anInsecureHostIsReported() throws Exception {
        trial.hosts(
                List.of(new HostSettings(HostPattern.of("name", "https://a.org"), null, null, Map.of(), true)),
                List.of());

        assertThat(trial.page("index.html", "").run().result().notes())
                .containsExactly("certificates of https://a.org are not verified (insecure in hosts)");
    }

    @Test
    void aProxyThatRefusesUsEndsTheRun() throws Exception {
        int port = name(other).port();
        other.status("http://a.test/", 407).status("http://b.test/", 407);
        trial.allowPrivate("*.test").proxies(new HttpSettings.Proxy("http", "127.0.0.1", port, null, null, null));
        trial.page("index.html", "<a href=\"http://a.test/\">x</a><a href=\"http://b.test/\">y</a>");

        assertThatExceptionOfType(ProxyRefusal.class)
                .isThrownBy(trial::run)
                .withMessageStartingWith("the proxy 127.0.0.1:" + port + " refuses us (407)");
    }
}
