// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.cache.AnswerCache;
import io.github.checklinks.crawl.cache.CacheSettings;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.Validators;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.Patterns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedAnswersTest {

    @TempDir
    Path temporary;

    @AutoClose
    private Plans plans;

    @BeforeEach
    void open() {
        plans = new Plans(temporary.resolve("work"));
    }

    private AnswerCache cache(Instant now) {
        return new AnswerCache(
                new CacheSettings(temporary.resolve("cache"), Duration.ofDays(1), Clock.fixed(now, ZoneOffset.UTC)));
    }

    /** Crawls with the cache of the previous runs, and updates it. */
    private Facts run(Instant now) throws IOException, InterruptedException {
        AnswerCache cache = cache(now);
        plans.cache = cache;
        Facts facts = plans.run();
        cache.write();
        assertThat(cache.notes()).isEmpty();
        return facts;
    }

    private Web web() {
        Web web = new Web(plans.executor()).page("https://docs.org/", "<a href=https://a.org/>x</a>");
        plans.fetcher = web;
        return web;
    }

    private static @Nullable Outcome outcome(Facts facts, String url) {
        return facts.outcome(facts.targets().find(url));
    }

    @Test
    void aPersonalAnswerIsNotCached() throws Exception {
        List<String> requested = new ArrayList<>();
        Web web = web();
        plans.fetcher = request -> {
            String url = request.url().href();
            if (!url.equals("https://a.org/")) {
                return web.fetch(request);
            }
            requested.add(url);
            return CompletableFuture.completedFuture(new Response.Answer(
                    200, null, null, null, List.of(), false, new byte[0], false, Validators.NONE, true));
        };
        run(Instant.EPOCH);
        run(Instant.EPOCH);

        assertThat(requested).hasSize(2);
    }

    @Test
    void aChainWithAMissingEntryIsRequestedAgain() throws Exception {
        Web web = web().redirect("https://a.org/", 302, "https://b.org/").page("https://b.org/", "x");
        run(Instant.EPOCH);
        AnswerCache other = cache(Instant.EPOCH.plusSeconds(1));
        other.find("https://b.org/");
        other.drop("https://b.org/");
        other.write();
        run(Instant.EPOCH.plusSeconds(2));

        assertThat(web.requested()).filteredOn("https://a.org/"::equals).hasSize(2);
        assertThat(web.requested()).filteredOn("https://b.org/"::equals).hasSize(2);
    }

    @Test
    void eachHopIsAFactOfItsOwn() throws Exception {
        Web web = web().redirect("https://a.org/", 301, "https://b.org/#part").page("https://b.org/", "x");
        run(Instant.EPOCH);
        Facts facts = run(Instant.EPOCH.plusSeconds(2));

        int end = facts.targets().find("https://b.org/");
        assertThat(outcome(facts, "https://a.org/")).isEqualTo(new Outcome.Redirected(301, end, "part", 1));
        assertThat(outcome(facts, "https://b.org/")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(facts.isFromCache(end)).isTrue();
        assertThat(web.requested()).filteredOn("https://a.org/"::equals).hasSize(1);
    }

    @Test
    void aChainThatEndsOnTheSiteIsCached() throws Exception {
        Web web = web().redirect("https://a.org/", 302, "https://docs.org/");
        run(Instant.EPOCH);
        run(Instant.EPOCH.plusSeconds(2));

        assertThat(web.requested()).filteredOn("https://a.org/"::equals).hasSize(1);
    }

    @Test
    void theEntryOfAPrivateHostIsUsedOnlyWhileItIsAllowed() throws Exception {
        Web web = web().page("https://a.org/", "x");
        plans.allowPrivate = Patterns.of("allowPrivate", List.of("a.org"));
        run(Instant.EPOCH);
        plans.allowPrivate = Patterns.NONE;
        run(Instant.EPOCH);

        assertThat(web.requested()).filteredOn("https://a.org/"::equals).hasSize(2);
    }

    @Test
    void anAbortedRunUpdatesTheCache() throws Exception {
        Web web = web().page("https://a.org/", "x")
                .page("https://docs.org/", "<a href=https://a.org/>x</a><a href=2>2</a>");
        plans.maxPages = 1;
        Facts facts = run(Instant.EPOCH);
        run(Instant.EPOCH);

        assertThat(facts.stopReason()).isNotEmpty();
        assertThat(web.requested()).filteredOn("https://a.org/"::equals).hasSize(1);
    }
}
