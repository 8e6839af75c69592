// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.cache.AnswerCache;
import io.github.checklinks.crawl.cache.CacheSettings;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distinction between unreachable hosts and a missing network. */
class MissingNetworkTest extends ServedSite {

    private void links(String... urls) throws IOException {
        Path site = work.resolve("site");
        Files.createDirectories(site);
        Files.writeString(site.resolve("index.html"), a(urls));
        plans.site = new Site.Built(site, "https://site.invalid/", false);
    }

    private static String[] dead(Web web, int count) {
        String[] urls = IntStream.range(0, count)
                .mapToObj(i -> "https://dead" + i + ".org/")
                .toArray(String[]::new);
        for (String url : urls) {
            web.none(url, FailureCause.UNKNOWN_HOST);
        }
        return urls;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 30})
    void withoutAnyNameNoHostIsDeadHoweverFewThereAre(int hosts) throws Exception {
        links(dead(web, hosts));

        assertThat(crawl().isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 30})
    void whereOtherNamesAreKnownAnUnknownHostIsDeadHoweverManyThereAre(int hosts) throws Exception {
        web.namesResolve = true;
        plans.retries = 0;
        links(dead(web, hosts));

        Facts facts = crawl();

        assertThat(facts.isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isFalse();
        assertThat(IntStream.range(0, hosts))
                .allSatisfy(i -> assertThat(CrawlOutcomes.outcome(facts, "https://dead" + i + ".org/"))
                        .isEqualTo(new Outcome.Failed(FailureCause.UNKNOWN_HOST, "no answer", 0, 2)));
    }

    @Test
    void anExternalAnswerShowsThatTheNetworkIsThere() throws Exception {
        String[] dead = dead(web, 2);
        web.status("https://there.org/", 404);
        links(dead[0], dead[1], "https://there.org/");

        assertThat(crawl().isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isFalse();
    }

    @Test
    void aServedSiteThatAnswersShowsThatTheNetworkIsThere() throws Exception {
        web.page(BASE, a(dead(web, 3)));

        assertThat(crawl().isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isFalse();
    }

    @Test
    void aSingleHostThatRefusesIsNoMissingNetwork() throws Exception {
        web.none("https://down.org/", FailureCause.UNREACHABLE);
        links("https://down.org/");

        Facts facts = crawl();

        assertThat(facts.isWithoutNetwork(FailureCause.UNREACHABLE)).isFalse();
        assertThat(facts.isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isFalse();
    }

    @Test
    void connectionsThatFailEverywhereAreAMissingNetworkThoughNamesAreKnown() throws Exception {
        web.namesResolve = true;
        String[] dead = dead(web, 1);
        for (String host : new String[] {"a", "b", "c"}) {
            web.none("https://" + host + ".org/", FailureCause.TIMED_OUT);
        }
        links("https://a.org/", "https://b.org/", "https://c.org/", dead[0]);

        Facts facts = crawl();

        assertThat(facts.isWithoutNetwork(FailureCause.TIMED_OUT)).isTrue();
        assertThat(facts.isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isFalse();
    }

    @Test
    void cachedHostsAreProbedBeforeOthersAreReported() throws Exception {
        String[] dead = dead(web, 3);
        web.page("https://good.org/", "").page("https://fine.org/", "");
        links("https://good.org/", "https://fine.org/", dead[0], dead[1], dead[2]);

        assertThat(remembering().isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isFalse();
        assertThat(web.requestModes("https://good.org/")).hasSize(1);
        Facts second = remembering();

        assertThat(second.isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isFalse();
        assertThat(web.requestModes("https://good.org/")).hasSize(2);
        assertThat(CrawlOutcomes.outcome(second, "https://good.org/")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(CrawlOutcomes.outcome(second, dead[0]))
                .isEqualTo(new Outcome.Failed(FailureCause.UNKNOWN_HOST, "no answer", 0, 2));
    }

    @Test
    void withoutANetworkTheCacheStillAnswersAndNoHostIsCalledDead() throws Exception {
        String[] dead = dead(web, 1);
        web.page("https://good.org/", "");
        links("https://good.org/", dead[0]);
        remembering();
        web.none("https://good.org/", FailureCause.UNKNOWN_HOST);

        Facts facts = remembering();

        assertThat(facts.isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isTrue();
        assertThat(CrawlOutcomes.outcome(facts, "https://good.org/")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(remembering().isWithoutNetwork(FailureCause.UNKNOWN_HOST)).isTrue();
    }

    @Test
    void cachedHostsAreNotProbedWhenAnotherHostAnswers() throws Exception {
        String[] dead = dead(web, 1);
        web.page("https://good.org/", "").status("https://gone.org/", 404);
        links("https://good.org/", "https://gone.org/", dead[0]);
        remembering();
        remembering();

        assertThat(web.requestModes("https://good.org/")).hasSize(1);
    }

    private Facts remembering() throws IOException, InterruptedException {
        AnswerCache cache = new AnswerCache(new CacheSettings(
                work.resolve("cache"), Duration.ofDays(1), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
        plans.cache = cache;
        Facts facts = crawl();
        cache.write();
        return facts;
    }
}
