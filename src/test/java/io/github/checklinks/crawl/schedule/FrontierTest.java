// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.target.HostRules;
import io.github.checklinks.fetch.RequestMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrontierTest {

    private static final Duration INTERVAL = Duration.ofMillis(50);

    /** Close to the overflow, which may occur at any time with System.nanoTime. */
    private long now = Long.MAX_VALUE - Duration.ofMillis(120).toNanos();

    private final Map<String, long[]> slots = new ConcurrentHashMap<>();
    private int targets;

    private Frontier frontier(int concurrency, int site, int host) {
        Politeness politeness = new Politeness(concurrency, site, host, INTERVAL, 2, Duration.ofSeconds(60), 10);
        return new Frontier(politeness, HostRules.NONE, "site:443", () -> now, new HostSlots(slots));
    }

    private ScheduledRequest request(String host) {
        return new ScheduledRequest(targets++, host, RequestMode.STATUS);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static ScheduledRequest next(Frontier frontier) {
        @Nullable ScheduledRequest scheduledRequest = frontier.next();
        assertThat(scheduledRequest).isNotNull();
        return java.util.Objects.requireNonNull(scheduledRequest);
    }

    private static List<ScheduledRequest> nextAll(Frontier frontier) {
        List<ScheduledRequest> all = new ArrayList<>();
        for (ScheduledRequest scheduledRequest = frontier.next();
                scheduledRequest != null;
                scheduledRequest = frontier.next()) {
            all.add(scheduledRequest);
        }
        return all;
    }

    @Test
    void anEmptyFrontierReturnsNothing() {
        Frontier frontier = frontier(10, 5, 2);

        assertThat(frontier.next()).isNull();
        assertThat(frontier.waiting() + frontier.inFlight()).isZero();
        assertThat(frontier.timeToNext()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theSiteIsRequestedWithoutPauseUpToItsLimit() {
        Frontier frontier = frontier(10, 3, 2);
        for (int i = 0; i < 5; i++) {
            frontier.add(request("site:443"));
        }

        List<ScheduledRequest> first = nextAll(frontier);

        assertThat(first)
                .extracting(scheduledRequest -> scheduledRequest.target)
                .containsExactly(0, 1, 2);
        assertThat(frontier.inFlight()).isEqualTo(3);
        assertThat(frontier.waiting()).isEqualTo(2);
        frontier.done(first.get(1));
        assertThat(nextAll(frontier))
                .extracting(scheduledRequest -> scheduledRequest.target)
                .containsExactly(3);
    }

    @Test
    void anExternalHostIsRequestedOncePerInterval() {
        Frontier frontier = frontier(10, 3, 6);
        for (int i = 0; i < 3; i++) {
            frontier.add(request("a:443"));
        }

        assertThat(nextAll(frontier)).hasSize(1);
        assertThat(frontier.timeToNext()).isEqualTo(INTERVAL);
        pass(INTERVAL.minusNanos(1));
        assertThat(frontier.next()).isNull();
        assertThat(frontier.timeToNext()).isEqualTo(Duration.ofNanos(1));
        pass(Duration.ofNanos(1));
        assertThat(nextAll(frontier)).hasSize(1);
        pass(Duration.ofSeconds(10));
        assertThat(nextAll(frontier)).hasSize(1);
    }

    @Test
    void anExternalHostHasALimitToo() {
        Frontier frontier = frontier(10, 3, 2);
        for (int i = 0; i < 4; i++) {
            frontier.add(request("a:443"));
        }
        ScheduledRequest first = next(frontier);
        pass(INTERVAL);
        next(frontier);
        pass(INTERVAL);

        assertThat(frontier.next()).isNull();
        frontier.done(first);
        assertThat(frontier.next()).isNotNull();
        pass(INTERVAL);
        assertThat(frontier.next()).isNull();
    }

    @Test
    void oneSlowHostDoesNotDelayOthers() {
        Frontier frontier = frontier(100, 3, 2);
        for (int i = 0; i < 1_000; i++) {
            frontier.add(request("slow:443"));
        }
        for (int i = 0; i < 20; i++) {
            frontier.add(request("host" + i + ":443"));
        }

        assertThat(nextAll(frontier))
                .extracting(scheduledRequest -> scheduledRequest.host)
                .hasSize(21)
                .doesNotHaveDuplicates();
    }

    @Test
    void theTotalNumberInFlightIsLimited() {
        Frontier frontier = frontier(4, 3, 2);
        for (int i = 0; i < 10; i++) {
            frontier.add(request("host" + i + ":443"));
        }

        List<ScheduledRequest> first = nextAll(frontier);

        assertThat(first).hasSize(4);
        assertThat(frontier.timeToNext()).isEqualTo(Duration.ofSeconds(1));
        first.forEach(frontier::done);
        assertThat(nextAll(frontier)).hasSize(4);
    }

    @Test
    void aPausedHostDoesNotDelayOthers() {
        Frontier frontier = frontier(10, 3, 2);
        frontier.add(request("a:443"));
        frontier.add(request("b:443"));
        frontier.pause("a:443", Duration.ofSeconds(5));

        assertThat(nextAll(frontier))
                .extracting(scheduledRequest -> scheduledRequest.host)
                .containsExactly("b:443");
        pass(Duration.ofMillis(4_900));
        assertThat(frontier.next()).isNull();
        assertThat(frontier.timeToNext()).isEqualTo(Duration.ofMillis(100));
        pass(Duration.ofMillis(100));
        assertThat(next(frontier).host).isEqualTo("a:443");
    }

    @Test
    void aShorterPauseDoesNotEndALongerOne() {
        Frontier frontier = frontier(10, 3, 2);
        frontier.pause("a:443", Duration.ofSeconds(5));
        frontier.pause("a:443", Duration.ofSeconds(1));
        frontier.add(request("a:443"));
        pass(Duration.ofSeconds(2));

        assertThat(frontier.next()).isNull();
    }

    @Test
    void theSiteIsPausedToo() {
        Frontier frontier = frontier(10, 3, 2);
        frontier.add(request("site:443"));
        frontier.add(request("site:443"));
        frontier.pause("site:443", Duration.ofSeconds(1));

        assertThat(frontier.next()).isNull();
        pass(Duration.ofSeconds(1));
        assertThat(nextAll(frontier)).hasSize(2);
    }

    @Test
    void aSiteThatMovesTakesItsLimitsAndLeavesItsPausesWhereTheyAre() {
        Frontier frontier = frontier(10, 3, 1);
        frontier.pause("a:443", Duration.ofSeconds(1));
        frontier.moveSite("a:443");
        for (String host : List.of("a:443", "a:443", "a:443", "site:443", "site:443")) {
            frontier.add(request(host));
        }

        assertThat(nextAll(frontier))
                .extracting(scheduledRequest -> scheduledRequest.host)
                .containsExactly("site:443");
        pass(Duration.ofSeconds(1));
        assertThat(nextAll(frontier))
                .extracting(scheduledRequest -> scheduledRequest.host)
                .containsExactly("a:443", "a:443", "a:443");
    }

    @Test
    void aRepetitionKeepsTheSlotUntilItIsDone() {
        Frontier frontier = frontier(10, 1, 1);
        frontier.add(request("a:443"));
        ScheduledRequest scheduledRequest = next(frontier);
        frontier.again(scheduledRequest, Duration.ZERO);
        pass(INTERVAL);

        assertThat(frontier.inFlight()).isEqualTo(1);
        assertThat(frontier.waiting()).isEqualTo(1);
        assertThat(frontier.next()).isNull();
        frontier.done(scheduledRequest);
        assertThat(next(frontier)).isSameAs(scheduledRequest);
        frontier.done(scheduledRequest);
        assertThat(frontier.inFlight() + frontier.waiting()).isZero();
        assertThat(frontier.next()).isNull();
    }

    @Test
    void aDelayedRepetitionWaits() {
        Frontier frontier = frontier(10, 5, 5);
        frontier.add(request("a:443"));
        ScheduledRequest scheduledRequest = next(frontier);
        frontier.again(scheduledRequest, Duration.ofMillis(500));
        frontier.done(scheduledRequest);
        frontier.add(request("a:443"));
        pass(INTERVAL);

        assertThat(next(frontier)).isNotSameAs(scheduledRequest);
        assertThat(frontier.next()).isNull();
        assertThat(frontier.timeToNext()).isEqualTo(Duration.ofMillis(450));
        pass(Duration.ofMillis(450));
        assertThat(next(frontier)).isSameAs(scheduledRequest);
    }

    @Test
    void manyRoundsLeaveNoSlotTaken() {
        Frontier frontier = frontier(3, 2, 2);
        for (int i = 0; i < 300; i++) {
            frontier.add(request(i % 3 == 0 ? "site:443" : "host" + i % 7 + ":443"));
        }
        int departed = 0;
        for (int round = 0; round < 10_000 && frontier.waiting() + frontier.inFlight() > 0; round++) {
            List<ScheduledRequest> flying = nextAll(frontier);
            assertThat(frontier.inFlight()).isEqualTo(flying.size()).isLessThanOrEqualTo(3);
            for (ScheduledRequest scheduledRequest : flying) {
                departed++;
                if (scheduledRequest.attempts++ == 1 && scheduledRequest.target % 5 == 0) {
                    frontier.again(scheduledRequest, Duration.ofMillis(scheduledRequest.target));
                }
                frontier.done(scheduledRequest);
            }
            pass(frontier.timeToNext());
        }

        assertThat(departed).isEqualTo(300 + 60);
        assertThat(frontier.waiting() + frontier.inFlight()).isZero();
    }

    @Test
    void requestsToAClosedHostAreReturnedWithoutASlot() {
        Frontier frontier = frontier(10, 5, 5);
        frontier.add(request("a:443"));
        ScheduledRequest later = next(frontier);
        frontier.again(later, Duration.ofSeconds(9));
        frontier.done(later);
        ScheduledRequest queued = request("a:443");
        frontier.add(queued);
        ScheduledRequest other = request("b:443");
        frontier.add(other);

        frontier.close("a:443");
        ScheduledRequest late = request("a:443");
        frontier.add(late);

        assertThat(nextAll(frontier)).containsExactly(other);
        assertThat(frontier.waiting()).isEqualTo(3);
        assertThat(List.of(pollClosed(frontier), pollClosed(frontier), pollClosed(frontier)))
                .containsExactlyInAnyOrder(later, queued, late);
        assertThat(frontier.pollClosed()).isNull();
        assertThat(frontier.waiting()).isZero();
        frontier.reopenAll();
        pass(INTERVAL);
        frontier.add(queued);
        assertThat(nextAll(frontier)).containsExactly(queued);
    }

    private static ScheduledRequest pollClosed(Frontier frontier) {
        return java.util.Objects.requireNonNull(frontier.pollClosed());
    }

    @Test
    void onlyTheSiteIsRequestedWhenExternalHostsAreClosed() {
        Frontier frontier = frontier(10, 5, 5);
        frontier.add(request("a:443"));
        frontier.closeExternalHosts();
        frontier.add(request("b:443"));
        frontier.add(request("site:443"));

        assertThat(nextAll(frontier))
                .extracting(scheduledRequest -> scheduledRequest.host)
                .containsExactly("site:443");
        assertThat(List.of(pollClosed(frontier), pollClosed(frontier)))
                .extracting(scheduledRequest -> scheduledRequest.host)
                .containsExactly("a:443", "b:443");
    }

    @Test
    void aHostThatIsBusyInAnotherCrawlIsPolled() {
        Frontier mine = frontier(10, 3, 1);
        Frontier other = frontier(10, 3, 1);
        mine.add(request("a:443"));
        other.add(request("a:443"));
        ScheduledRequest first = next(mine);
        pass(INTERVAL);

        assertThat(other.next()).isNull();
        assertThat(other.timeToNext()).isBetween(Duration.ofNanos(1), Duration.ofMillis(100));
        mine.done(first);
        pass(other.timeToNext());
        assertThat(next(other).host).isEqualTo("a:443");
    }

    @Test
    void aClosedFrontierLeavesNoSlotTaken() {
        Frontier closed = frontier(10, 3, 1);
        closed.add(request("a:443"));
        next(closed);
        closed.close();
        pass(INTERVAL);
        Frontier open = frontier(10, 3, 1);
        open.add(request("a:443"));

        assertThat(next(open).host).isEqualTo("a:443");
    }
}
