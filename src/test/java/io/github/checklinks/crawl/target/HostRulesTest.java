// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.schedule.Frontier;
import io.github.checklinks.crawl.schedule.HostSlots;
import io.github.checklinks.crawl.schedule.Politeness;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.facts.TargetClassification;
import io.github.checklinks.facts.Targets;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.HostPattern;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HostRulesTest {

    private final Targets targets = new Targets();

    private static boolean fine(int status) {
        return status == 200;
    }

    private static HostRule rule(String name, @Nullable Integer concurrency, @Nullable Duration interval) {
        return new HostRule(HostPattern.of("name", name), concurrency, interval, null, null);
    }

    @Test
    void aHostWithoutRulesHasTheUsualLimits() {
        HostRules rules = new HostRules(List.of(rule("other.org", 1, Duration.ofSeconds(1))));

        assertThat(rules.concurrency("some.org:443", 6)).isEqualTo(6);
        assertThat(rules.interval("some.org:443", Duration.ofMillis(50))).isEqualTo(Duration.ofMillis(50));
        assertThat(HostRules.NONE.concurrency("some.org:443", 6)).isEqualTo(6);
    }

    @Test
    void theFirstRuleWithAValueApplies() {
        HostRules rules = new HostRules(List.of(
                rule("https://a.some.org", null, Duration.ofSeconds(3)),
                rule("*.some.org", 2, Duration.ofSeconds(1)),
                rule("*", 9, null)));

        assertThat(rules.interval("a.some.org:443", Duration.ZERO)).isEqualTo(Duration.ofSeconds(3));
        assertThat(rules.concurrency("a.some.org:443", 6)).isEqualTo(2);
        assertThat(rules.interval("a.some.org:80", Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
        assertThat(rules.concurrency("[::1]:80", 6)).isEqualTo(9);
    }

    @Test
    void statusesOfAHostAreAcceptedBesidesTheGeneralOnes() {
        HostRules rules =
                new HostRules(List.of(new HostRule(HostPattern.of("name", "a.org"), null, null, s -> s == 403, null)));

        assertThat(rules.accepts(targets, target("https://a.org/x"), HostRulesTest::fine))
                .accepts(200, 403)
                .rejects(404);
        assertThat(rules.accepts(targets, target("https://b.org/x"), HostRulesTest::fine))
                .accepts(200)
                .rejects(403);
        assertThat(rules.accepts(targets, target("mailto:me@a.org"), HostRulesTest::fine))
                .rejects(403);
    }

    @Test
    void theAnchorsOfAHostMayBeJudgedOrNot() {
        HostRules rules = new HostRules(
                List.of(new HostRule(HostPattern.of("name", "a.org"), null, null, null, EnumSet.allOf(Zone.class))));

        assertThat(rules.fragmentZones(targets, target("https://a.org/x"), Set.of()))
                .contains(Zone.EXTERNAL);
        assertThat(rules.fragmentZones(targets, target("https://b.org/x"), Set.of()))
                .isEmpty();
    }

    @Test
    void onlyHostsNamedOneByOneAreNames() {
        assertThat(new HostRules(List.of(rule("docs.example.org", 1, null), rule("*.example.com", 1, null))).names())
                .containsExactly("docs.example.org");
    }

    @Test
    void theFrontierAppliesTheLimitsOfAHost() {
        long[] now = {0};
        Politeness politeness = new Politeness(10, 5, 2, Duration.ZERO, 0, Duration.ZERO, 0);
        HostRules rules =
                new HostRules(List.of(rule("slow.org", 1, Duration.ofSeconds(2)), rule("https://site.org", 3, null)));
        Frontier frontier =
                new Frontier(politeness, rules, "site.org:443", () -> now[0], new HostSlots(new ConcurrentHashMap<>()));
        for (int i = 0; i < 4; i++) {
            frontier.add(new ScheduledRequest(i, "slow.org:80", RequestMode.STATUS));
            frontier.add(new ScheduledRequest(10 + i, "site.org:443", RequestMode.STATUS));
        }

        assertThat(departures(frontier))
                .containsExactlyInAnyOrder("slow.org:80", "site.org:443", "site.org:443", "site.org:443");
        now[0] += Duration.ofSeconds(2).toNanos();
        assertThat(departures(frontier)).isEmpty(); // one is still in flight
        frontier.done(new ScheduledRequest(0, "slow.org:80", RequestMode.STATUS));
        assertThat(departures(frontier)).containsExactly("slow.org:80");
        frontier.done(new ScheduledRequest(0, "slow.org:80", RequestMode.STATUS));
        assertThat(departures(frontier)).isEmpty(); // two seconds have not passed
    }

    private static List<String> departures(Frontier frontier) {
        return Stream.generate(frontier::next)
                .takeWhile(Objects::nonNull)
                .map(scheduledRequest -> scheduledRequest.host)
                .toList();
    }

    private int target(String url) {
        return targets.add(url, TargetClassification.PROBE, Zone.EXTERNAL);
    }
}
