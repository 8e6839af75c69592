// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.directory.UrlPrefix;
import io.github.checklinks.crawl.robots.RobotsTxt;
import io.github.checklinks.crawl.schedule.Cookies;
import io.github.checklinks.crawl.schedule.ResponseRules;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
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
 * Sends the requests that precede the crawl of a served site: robots.txt and the start page, sequentially; and, in parallel with the
 * crawl, the request for a missing page. Must be used by one thread at a time.
 */
final class StartupRequests {

    /** The response of a request that was ended by the end of the run; it is never reported. */
    private static final Response ABORTED = new Response.None(FailureCause.TIMED_OUT, "the run has ended", true);

    private final CrawlPlan plan;
    private final StopCondition stopCondition;
    private final Map<String, RobotsTxt> robots = new HashMap<>();
    private final Set<String> lookedUpTwice = new HashSet<>();

    StartupRequests(CrawlPlan plan, StopCondition stopCondition) {
        this.plan = plan;
        this.stopCondition = stopCondition;
    }

    /** A redirect that was followed. */
    record Hop(WebUrl from, int status, @Nullable String fragment) {}

    /**
     * The response of the start page.
     *
     * @param hops the redirects that were followed, in order
     * @param end the URL after redirects
     * @param response the response of that URL; null if robots.txt disallows it
     */
    record StartResponse(
            List<Hop> hops, WebUrl end, @Nullable Response response) {}

    /** Requests the start page and follows its redirects, as far as each server's robots.txt allows. */
    StartResponse start(WebUrl from) {
        List<Hop> hops = new ArrayList<>();
        Cookies cookies = new Cookies();
        WebUrl at = from;
        while (true) {
            if (!robots(at).allows(at)) {
                return new StartResponse(hops, at, null);
            }
            Response response = fetch(at, RequestMode.CONTENT, cookies.header(at.origin()));
            WebUrl next = next(at, response);
            boolean isEnd = next == null || next.withoutFragment().equals(at);
            if (next == null || isEnd || hops.size() >= plan.politeness().maxRedirects()) {
                return new StartResponse(hops, at, response);
            }
            Response.Answer answer = (Response.Answer) response;
            hops.add(new Hop(at, answer.status(), next.fragment()));
            cookies.keep(at.origin(), answer.cookies());
            at = next.withoutFragment();
            pause(robots(at));
        }
    }

    /** Waits for the {@code Crawl-delay} of a server. */
    void pause(RobotsTxt of) {
        sleep(of.crawlDelay());
    }

    /** Returns the response of a URL without its body, after redirects on its own server; null if robots.txt disallows it. */
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
            response = fetch(at, RequestMode.STATUS_BY_GET, "");
            WebUrl next = next(at, response);
            if (next == null || !root(at).isSameAuthority(next)) {
                return response;
            }
            at = next.withoutFragment();
        }
        return response;
    }

    /** Returns the robots.txt of a server, which is requested once; http and https on their default ports are considered one server. */
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
                return RobotsTxt.NONE; // no further requests are sent
            }
            boolean last = attempt > plan.politeness().retries();
            if (response instanceof Response.Answer answer) {
                int status = answer.status();
                if (status < 400) {
                    boolean found = answer.isSuccess();
                    RobotsTxt read =
                            found ? RobotsTxt.of(answer.body(), plan.network().userAgent()) : RobotsTxt.NONE;
                    answer.release().run();
                    return read;
                }
                if (status < 500 && (status != 429 || last)) {
                    return RobotsTxt.NONE; // RFC 9309 §2.3.1.3
                }
                Duration retryAfter = answer.retryAfter();
                if (retryAfter != null && retryAfter.compareTo(plan.politeness().maxRetryAfter()) <= 0) {
                    pause = retryAfter;
                }
                if (last) {
                    return RobotsTxt.unreadable(
                            FailureCause.ROBOTS_UNAVAILABLE, String.valueOf(status), status, attempt);
                }
            } else {
                Response.None none = (Response.None) response;
                if (none.cause() == FailureCause.FORBIDDEN_ADDRESS) {
                    return RobotsTxt.NONE; // the IP address is private, so no further requests are sent there
                }
                if (last || !none.temporary()) {
                    return RobotsTxt.unreadable(none.cause(), none.detail(), 0, attempt);
                }
            }
            sleep(pause);
        }
    }

    /** Follows redirects, also to other servers (RFC 9309 §2.3.1.2); if the last response is still a redirect, the file does not exist. */
    private Response readOnce(WebUrl of) {
        WebUrl at = of.resolve("/robots.txt") instanceof WebUrl file ? file : of;
        Response response = fetch(at, RequestMode.ANY_CONTENT, "");
        for (int hops = 0; hops < Math.max(5, plan.politeness().maxRedirects()); hops++) {
            WebUrl next = next(at, response);
            if (next == null) {
                return response;
            }
            at = next.withoutFragment();
            response = fetch(at, RequestMode.ANY_CONTENT, "");
        }
        return response;
    }

    private static @Nullable WebUrl next(WebUrl at, Response response) {
        return response instanceof Response.Answer answer
                        && ResponseRules.isRedirect(answer.status())
                        && answer.location() != null
                        && at.resolve(answer.location()) instanceof WebUrl next
                        && next.isHttp()
                ? next
                : null;
    }

    private Response fetch(WebUrl url, RequestMode requestMode, String cookies) {
        Response response = fetchOnce(url, requestMode, cookies);
        boolean unknown = response instanceof Response.None none && none.cause() == FailureCause.UNKNOWN_HOST;
        if (!unknown || !lookedUpTwice.add(String.valueOf(url.host()))) {
            return response;
        }
        // DNS failures may be temporary, so a name counts as unknown only after a second lookup.
        sleep(Duration.ofSeconds(1));
        plan.network().fetcher().get().forgetUnknownHosts();
        return fetchOnce(url, requestMode, cookies);
    }

    private Response fetchOnce(WebUrl url, RequestMode requestMode, String cookies) {
        if (stopCondition.isDue()) {
            return ABORTED;
        }
        CompletableFuture<Response> answer =
                plan.network().fetcher().get().fetch(new Request(url, requestMode, false, cookies));
        await(CompletableFuture.anyOf(answer, stopCondition.interrupted()), stopCondition.nanosLeft());
        return answer.getNow(ABORTED);
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
            // The time to wait is over, or the run has ended, which the callers check.
            return;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a fetch failed instead of answering", impossible);
        }
    }
}
