// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.record.Asking;
import io.github.checklinks.crawl.record.ExternalRecord;
import io.github.checklinks.crawl.record.RecordBuilder;
import io.github.checklinks.crawl.record.RecordUse;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Fetcher;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a crawl of a served site requests if external links are judged by a record. */
class RecordedCrawlTest extends ServedSite {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private void recorded(Asking asking, String... urls) {
        RecordBuilder builder = new RecordBuilder(ExternalRecord.EMPTY, DAY);
        for (String url : urls) {
            builder.addGood(url, 0, null);
        }
        plans.record = new RecordUse(builder.build(), asking, DAY, rule -> FailureCause.UNREACHABLE);
    }

    @Test
    void theSiteIsCrawledButNoOtherHostIsRequested() throws Exception {
        recorded(Asking.NONE, "https://other.org/good");
        web.page(BASE, a("page", "/above", "away", "https://other.org/good", "https://other.org/new"));
        web.page(BASE + "page", a("https://third.org/x"));
        web.page("https://docs.org/above", "");
        web.redirect(BASE + "away", 302, "https://other.org/good");

        Facts facts = crawl();

        assertThat(web.requested()).allMatch(url -> url.startsWith("https://docs.org/"));
        assertThat(CrawlOutcomes.outcome(facts, "https://docs.org/above")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(CrawlOutcomes.outcome(facts, "https://other.org/good")).isEqualTo(new Outcome.Answered(200, 0));
        assertThat(CrawlOutcomes.outcome(facts, "https://other.org/new"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause()).isEqualTo(FailureCause.UNRECORDED));
        assertThat(CrawlOutcomes.outcome(facts, "https://third.org/x")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void noNameIsLookedUp() throws Exception {
        recorded(Asking.NONE, "https://other.org/good");
        AtomicInteger lookups = new AtomicInteger();
        plans.fetcher = new Fetcher() {
            @Override
            public CompletableFuture<Response> fetch(Request request) {
                return web.fetch(request);
            }

            @Override
            public CompletableFuture<Boolean> resolvesPublicNames() {
                lookups.incrementAndGet();
                return CompletableFuture.completedFuture(false);
            }
        };
        web.page(BASE, a("https://a.org/", "https://b.org/", "https://c.org/", "https://other.org/good"));

        Facts facts = crawl();

        assertThat(lookups).hasValue(0);
        assertThat(facts.isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isFalse();
    }

    /** As for the cache: that the added hosts are down does not mean that the network is missing. */
    @Test
    void recordedHostsProveThatTheNetworkWorks() throws Exception {
        recorded(Asking.NEW, "https://other.org/good");
        web.page(BASE, a("https://a.org/", "https://b.org/", "https://c.org/", "https://other.org/good"));
        for (String host : List.of("a", "b", "c")) {
            web.none("https://" + host + ".org/", FailureCause.UNREACHABLE);
        }
        web.page("https://other.org/good", "");

        Facts facts = crawl();

        assertThat(web.requested()).contains("https://other.org/good");
        assertThat(facts.isWithoutNetwork(FailureCause.UNREACHABLE)).isFalse();
        assertThat(facts.isFromRecord(facts.targets().find("https://other.org/good")))
                .isTrue();
    }
}
