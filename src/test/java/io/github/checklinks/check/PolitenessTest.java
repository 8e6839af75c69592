// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load on hosts, by the requests they recorded; several hosts are simulated on one machine. */
@Slow
class PolitenessTest {

    @TempDir
    Path temporary;

    @AutoClose
    private final LoopbackServer one = new LoopbackServer(2);

    @AutoClose
    private final LoopbackServer two = new LoopbackServer(3);

    private final List<String> links = new ArrayList<>();
    private Trial trial = new Trial(Path.of("."));

    @BeforeEach
    void begin() {
        trial = trial("site");
    }

    private Trial trial(String name) {
        return new Trial(temporary.resolve(name)).askingOutside().allowPrivate("127.0.0.*");
    }

    private void link(LoopbackServer server, int count, long millis) {
        for (int i = 0; i < count; i++) {
            server.slow("/" + i, millis, exchange -> LoopbackServer.send(exchange, 200, "text/html", "fine"));
            links.add(server.url("/" + i));
        }
    }

    private TrialResult check(Trial any) throws Exception {
        StringBuilder body = new StringBuilder();
        links.forEach(url -> body.append("<a href=\"").append(url).append("\">x</a>\n"));
        return any.page("index.html", body.toString()).run();
    }

    @Test
    void noHostIsAskedMoreAtOnceThanItsLimit() throws Exception {
        link(one, 12, 60);
        link(two, 12, 60);

        TrialResult result = check(trial.perHost(3, Duration.ZERO));

        assertThat(result.findings()).isEmpty();
        assertThat(one.most()).isEqualTo(3);
        assertThat(two.most()).isEqualTo(3);
        assertThat(one.asked()).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void requestsToOneHostKeepTheirDistance() throws Exception {
        link(one, 11, 0);

        check(trial.perHost(6, Duration.ofMillis(50)));

        // Ten intervals; the first request may have been delayed by its connection.
        List<Long> times = one.times();
        assertThat(times).hasSize(11);
        assertThat(Duration.ofNanos(times.get(10) - times.get(1))).isGreaterThan(Duration.ofMillis(350));
    }

    @Test
    void aSlowHostDoesNotSlowTheOthers() throws Exception {
        link(one, 8, 250);
        link(two, 40, 0);

        check(trial.perHost(1, Duration.ofMillis(5)));

        // Sequentially, the slow host alone takes two seconds.
        List<Long> slow = one.times();
        List<Long> fast = two.times();
        assertThat(fast).hasSize(40);
        assertThat(fast.get(39)).isLessThan(slow.get(7));
        assertThat(Duration.ofNanos(slow.get(7) - slow.get(0))).isGreaterThan(Duration.ofMillis(1_700));
    }

    @Test
    void modulesCheckedSideBySideShareTheLimitOfAHost() throws Exception {
        link(one, 12, 60);
        Map<String, long[]> slots = new ConcurrentHashMap<>();
        ExecutorService modules = Executors.newFixedThreadPool(2);
        try {
            List<Future<TrialResult>> checks = new ArrayList<>();
            for (String name : List.of("a", "b")) {
                Trial module = trial(name).perHost(2, Duration.ZERO).slots(slots);
                checks.add(modules.submit(() -> check(module)));
            }
            for (Future<TrialResult> each : checks) {
                assertThat(each.get().findings()).isEmpty();
            }
        } finally {
            modules.shutdownNow();
        }

        assertThat(one.asked()).hasSize(24);
        assertThat(one.most()).isEqualTo(2);
        assertThat(slots.values()).allSatisfy(slot -> assertThat(slot[0]).isZero());
    }

    @Test
    void aCheckThatIsCutShortLeavesNoPlaceTaken() throws Exception {
        link(one, 3, 3_000);
        Map<String, long[]> slots = new ConcurrentHashMap<>();

        TrialResult result = check(trial.slots(slots).maxDuration(Duration.ofMillis(700)));

        assertThat(result.result().complete()).isFalse();
        assertThat(slots).isNotEmpty();
        assertThat(slots.values()).allSatisfy(slot -> assertThat(slot[0]).isZero());
    }

    @Test
    void aRestingHostDoesNotHoldTheOthers() throws Exception {
        one.on("/busy", exchange -> {
            boolean first = one.asked("/busy").size() == 1;
            exchange.getResponseHeaders().set("Retry-After", "1");
            LoopbackServer.send(exchange, first ? 429 : 200, "text/html", "");
        });
        links.add(one.url("/busy"));
        link(one, 3, 0);
        link(two, 10, 0);

        TrialResult result =
                check(trial.retries(2).maxRetryAfter(Duration.ofSeconds(5)).perHost(1, Duration.ZERO));

        assertThat(result.findings()).isEmpty();
        List<Long> rested = one.times();
        assertThat(Duration.ofNanos(rested.get(1) - rested.get(0))).isGreaterThan(Duration.ofMillis(900));
        assertThat(two.times().get(9)).isLessThan(rested.get(1));
    }

    @Test
    void aServerThatAlwaysRefusesCannotHoldTheBuild() throws Exception {
        for (int i = 0; i < 50; i++) {
            one.on("/" + i, exchange -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                LoopbackServer.send(exchange, 429, "text/html", "");
            });
            links.add(one.url("/" + i));
        }

        TrialResult result = check(trial.retries(2).maxRetryAfter(Duration.ofSeconds(2)));

        assertThat(one.asked()).hasSizeLessThan(40);
        assertThat(result.findings()).hasSize(50).extracting(Finding::rule).containsOnly(Rule.BLOCKED);
        assertThat(result.result().duration()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void theTimeOfALinkIsThatOfAllItsHops() throws Exception {
        for (int i = 0; i < 5; i++) {
            String next = "/" + (i + 1);
            one.slow("/" + i, 300, exchange -> {
                exchange.getResponseHeaders().set("Location", next);
                LoopbackServer.send(exchange, 302, "text/html", "");
            });
        }
        one.page("/5", "fine");
        links.add(one.url("/0"));

        Finding finding = check(trial.linkTimeout(Duration.ofSeconds(1))).finding();

        assertThat(finding.rule()).isEqualTo(Rule.TIMED_OUT);
        assertThat(finding.message()).contains("(linkTimeout)");
        assertThat(one.asked("/5")).isEmpty();
    }

    @Test
    void theGetAfterAHeadHasOnlyWhatTheHeadLeft() throws Exception {
        one.slow("/a", 600, exchange -> LoopbackServer.send(exchange, 404, "text/html", ""));
        links.add(one.url("/a"));

        Finding finding = check(trial.linkTimeout(Duration.ofSeconds(1))).finding();

        assertThat(finding.rule()).isEqualTo(Rule.TIMED_OUT);
        assertThat(one.asked()).containsExactly("HEAD /a", "GET /a");
    }
}
