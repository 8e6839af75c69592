// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Zone;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sites that set a cookie, redirect, and check whether the cookie is sent. */
class CookieTrailTest extends ServedSite {

    private static final String A = "https://a.org/page";
    private static final String B = "https://b.org/consent";

    private final java.util.Map<String, Function<Request, Response>> gates = new java.util.HashMap<>();
    private final List<String> log = new java.util.concurrent.CopyOnWriteArrayList<>();

    @BeforeEach
    void gates() {
        web.page(BASE, a(A));
        plans.fetcher = request -> {
            Function<Request, Response> gate = gates.get(request.url().href());
            if (gate == null) {
                return web.fetch(request);
            }
            log.add(request.url().href() + " " + request.cookies());
            return CompletableFuture.completedFuture(gate.apply(request));
        };
    }

    private static Response redirect(String location, @Nullable String cookie) {
        List<String> cookies = cookie == null ? List.of() : List.of(cookie);
        return new Response.Answer(302, location, null, null, cookies, false, new byte[0], false);
    }

    @Test
    void aCookieComesBackOverAnotherHost() throws Exception {
        gates.put(A, request -> request.cookies().equals("seen=1") ? Web.status(200) : redirect(B, "seen=1; Path=/"));
        gates.put(B, request -> redirect(A, "other=2"));

        Facts facts = crawl();

        assertThat(log).containsExactly(A + " ", B + " ", A + " seen=1");
        assertThat(CrawlOutcomes.outcome(facts, A)).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void aLoopWithoutANewCookieIsALoop() throws Exception {
        gates.put(A, request -> redirect(B, null));
        gates.put(B, request -> redirect(A, "other=2"));

        Facts facts = crawl();

        assertThat(log).containsExactly(A + " ", B + " ");
        assertThat(CrawlOutcomes.outcome(facts, A)).isInstanceOf(Outcome.Redirected.class);
    }

    @Test
    void everNewCookiesEndInALoopAllTheSame() throws Exception {
        int[] number = new int[1];
        gates.put(A, request -> redirect(A, "n=" + number[0]++));

        Facts facts = crawl();

        assertThat(log).containsExactly(A + " ", A + " n=0");
        assertThat(CrawlOutcomes.outcome(facts, A)).isInstanceOf(Outcome.Redirected.class);
    }

    @Test
    void twoLinksShareNoCookies() throws Exception {
        String next = "https://a.org/next";
        web.page(BASE, a(A, next));
        plans.hostConcurrency = 1;
        gates.put(A, request -> redirect("https://a.org/end", "session=1"));
        gates.put("https://a.org/end", request -> Web.status(200));
        gates.put(next, request -> Web.status(200));

        crawl();

        assertThat(log).containsExactlyInAnyOrder(A + " ", "https://a.org/end session=1", next + " ");
    }

    @Test
    void cookiesOfARedirectStayAtItsTarget() throws Exception {
        String known = "https://a.org/known";
        String end = "https://c.org/end";
        web.page(BASE, a(known, "https://z.org/1#x"));
        plans.fragmentZones = EnumSet.allOf(Zone.class);
        gates.put(known, request -> redirect(end, null));
        gates.put(end, request -> Web.status(200));
        // When this chain comes to the known redirect, its end was requested without content, and is requested again.
        gates.put("https://z.org/1", request -> redirect("https://z.org/2", null));
        gates.put("https://z.org/2", request -> redirect("https://z.org/3", null));
        gates.put("https://z.org/3", request -> redirect(A, null));
        gates.put(A, request -> redirect(known, "session=1; Path=/"));

        crawl();

        assertThat(log.stream().filter(line -> line.startsWith(end))).hasSize(2).containsOnly(end + " ");
    }
}
