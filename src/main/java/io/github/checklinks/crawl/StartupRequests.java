// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.directory.UrlPrefix;
import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.crawl.schedule.Cookies;
import io.github.checklinks.crawl.schedule.ResponseDecision;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.Rule;
import io.github.checklinks.url.WebUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, one request after the other, before the crawl of a served site begins: robots.txt and the start page; and then, beside
 * the crawl, what the site says of pages that nobody made. For one thread at a time.
 */
final class StartupRequests {

    /** Of the run's own end: nobody hears of it. */
    private static final Response UNANSWERED = new Response.None(Rule.TIMED_OUT, "the run was over", true);

    private final CrawlPlan plan;
    private final StopCondition stopCondition;
    private final Map<String, RobotsTxt> robots = new HashMap<>();
    private final Set<String> doubted = new HashSet<>();

    StartupRequests(CrawlPlan plan, StopCondition stopCondition) {
        this.plan = plan;
        this.stopCondition = stopCondition;
    }

    /** A redirect on the way. */
    record Hop(WebUrl from, int status, @Nullable String fragment) {}

    /**
     * Where redirects led.
     *
     * @param hops the redirects, in order
     * @param end the address they ended at
     * @param response the answer there; null when robots.txt forbids to ask
     */
    record Arrived(List<Hop> hops, WebUrl end, @Nullable Response response) {}

    /** Asks for the start page and follows its redirects, as far as each server's robots.txt allows. */
    Arrived start(WebUrl from) {
        List<Hop> hops = new ArrayList<>();
        Cookies cookies = new Cookies();
        WebUrl at = from;
        while (true) {
            if (!robots(at).allows(at)) {
                return new Arrived(hops, at, null);
            }
            Response response = ask(at, RequestMode.CONTENT, cookies.header(at.origin()));
            WebUrl next = next(at, response);
            boolean isEnd = next == null || next.withoutFragment().equals(at);
            if (next == null || isEnd || hops.size() >= plan.politeness().maxRedirects()) {
                return new Arrived(hops, at, response);
            }
            Response.Answer answer = (Response.Answer) response;
            hops.add(new Hop(at, answer.status(), next.fragment()));
            cookies.keep(at.origin(), answer.cookies());
            at = next.withoutFragment();
            pause(robots(at));
        }
    }

    /** Waits as long as a server wants us to between two requests. */
    void pause(RobotsTxt of) {
        sleep(of.crawlDelay());
    }

    /** What an address answers after redirects on its own server, without its body; null when robots.txt forbids to ask. */
    @Nullable
    Response status(WebUrl from) {
        RobotsTxt rules = robots(from);
        WebUrl at = from;
        Response response = null;
        for (int hops = 0; hops <= plan.politeness().maxRedirects(); hops++) {
            if (!rules.allows(at)) {
                return null;
            }
            pause(rules);
            response = ask(at, RequestMode.STATUS_BY_GET, "");
            WebUrl next = next(at, response);
            if (next == null || !root(at).isSameAuthority(next)) {
                return response;
            }
            at = next.withoutFragment();
        }
        return response;
    }

    /** The robots.txt of a server, asked for once; http and https on their own ports are one server. */
    RobotsTxt robots(WebUrl of) {
        if (!plan.crawlLimits().respectRobots()) {
            return RobotsTxt.NONE;
        }
        String server = root(of).authority();
        RobotsTxt known = robots.get(server);
        if (known == null) {
            known = read(of);
            robots.put(server, known);
        }
        return known;
    }

    private static UrlPrefix root(WebUrl url) {
        return url.resolve("/") instanceof WebUrl root ? UrlPrefix.directoryOf(root) : UrlPrefix.directoryOf(url);
    }

    private RobotsTxt read(WebUrl of) {
        for (int attempt = 1; ; attempt++) {
            Response response = readOnce(of);
            Duration pause = Duration.ofSeconds(1L << Math.min(attempt - 1, 6));
            if (stopCondition.isDue()) {
                return RobotsTxt.NONE; // nobody is asked any more
            }
            boolean last = attempt > plan.politeness().retries();
            if (response instanceof Response.Answer answer) {
                int status = answer.status();
                if (status < 400) {
                    boolean found = answer.isSuccess();
                    RobotsTxt read = found ? RobotsTxt.of(answer.body(), plan.userAgent()) : RobotsTxt.NONE;
                    answer.release().run();
                    return read;
                }
                if (status < 500 && (status != 429 || last)) {
                    return RobotsTxt.NONE; // RFC 9309 §2.3.1.3
                }
                Duration wanted = answer.retryAfter();
                if (wanted != null && wanted.compareTo(plan.politeness().maxRetryAfter()) <= 0) {
                    pause = wanted;
                }
                if (last) {
                    return RobotsTxt.unreadable(Rule.SERVER_ERROR, String.valueOf(status), status, attempt);
                }
            } else {
                Response.None none = (Response.None) response;
                if (none.rule() == Rule.SKIPPED) {
                    return RobotsTxt.NONE; // the address is refused by us, so nobody there will be asked anyway
                }
                if (last || !none.passing()) {
                    return RobotsTxt.unreadable(none.rule(), none.detail(), 0, attempt);
                }
            }
            sleep(pause);
        }
    }

    /** Follows redirects, to other servers too (RFC 9309 §2.3.1.2); what ends in a redirect all the same is not there. */
    private Response readOnce(WebUrl of) {
        WebUrl at = of.resolve("/robots.txt") instanceof WebUrl file ? file : of;
        Response response = ask(at, RequestMode.ANY_CONTENT, "");
        for (int hops = 0; hops < Math.max(5, plan.politeness().maxRedirects()); hops++) {
            WebUrl next = next(at, response);
            if (next == null) {
                return response;
            }
            at = next.withoutFragment();
            response = ask(at, RequestMode.ANY_CONTENT, "");
        }
        return response;
    }

    private static @Nullable WebUrl next(WebUrl at, Response response) {
        return response instanceof Response.Answer answer
                        && ResponseDecision.isRedirect(answer.status())
                        && answer.location() != null
                        && at.resolve(answer.location()) instanceof WebUrl next
                        && next.isHttp()
                ? next
                : null;
    }

    private Response ask(WebUrl url, RequestMode requestMode, String cookies) {
        Response response = askOnce(url, requestMode, cookies);
        boolean unknown = response instanceof Response.None none && none.rule() == Rule.UNKNOWN_HOST;
        if (!unknown || !doubted.add(String.valueOf(url.host()))) {
            return response;
        }
        // A name service may stumble, and a second time a moment later is what makes a name unknown.
        sleep(Duration.ofSeconds(1));
        plan.fetcher().get().forgetUnknownHosts();
        return askOnce(url, requestMode, cookies);
    }

    private Response askOnce(WebUrl url, RequestMode requestMode, String cookies) {
        if (stopCondition.isDue()) {
            return UNANSWERED;
        }
        CompletableFuture<Response> answer = plan.fetcher().get().fetch(new Request(url, requestMode, false, cookies));
        await(CompletableFuture.anyOf(answer, stopCondition.interrupted()), stopCondition.nanosLeft());
        return answer.getNow(UNANSWERED);
    }

    private void sleep(Duration time) {
        if (!time.isZero()) {
            await(stopCondition.interrupted(), Math.min(time.toNanos(), stopCondition.nanosLeft()));
        }
    }

    private void await(CompletableFuture<?> end, long nanos) {
        try {
            Object unused = end.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            stopCondition.interrupt();
        } catch (TimeoutException over) {
            // That is what was waited for, or the run is over: the halt knows.
            return;
        } catch (ExecutionException never) {
            throw new IllegalStateException("a fetch failed instead of answering", never);
        }
    }
}
