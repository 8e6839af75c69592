package io.github.checklinks.crawl;

import io.github.checklinks.Rule;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.Want;
import io.github.checklinks.url.WebUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What is asked, one request after the other, before the crawl of a served site begins: robots.txt, the start page, and what the site says of pages that nobody made. */
final class Inquiries {

    private final CrawlPlan plan;
    private final Map<Prefix, RobotsTxt> robots = new HashMap<>();

    Inquiries(CrawlPlan plan) {
        this.plan = plan;
    }

    /** A redirect on the way. */
    record Hop(WebUrl from, int status) {}

    /**
     * Where redirects led.
     *
     * @param hops the redirects, in order
     * @param end the address they ended at
     * @param response the answer there; null when robots.txt forbids to ask
     */
    record Trail(List<Hop> hops, WebUrl end, @Nullable Response response) {}

    /** Asks for the start page and follows its redirects, as far as each server's robots.txt allows. */
    Trail start(WebUrl from) throws InterruptedException {
        List<Hop> hops = new ArrayList<>();
        WebUrl at = from;
        while (true) {
            if (!robots(at).allows(at)) {
                return new Trail(hops, at, null);
            }
            Response response = ask(at, Want.CONTENT);
            WebUrl next = next(at, response);
            if (next == null
                    || next.equals(at)
                    || hops.size() >= plan.politeness().maxRedirects()) {
                return new Trail(hops, at, response);
            }
            hops.add(new Hop(at, ((Response.Answer) response).status()));
            at = next;
            pause(robots(at));
        }
    }

    /** Waits as long as a server wants us to between two requests. */
    void pause(RobotsTxt of) throws InterruptedException {
        Duration delay = of.crawlDelay();
        Duration most = plan.bounds().maxDuration();
        Thread.sleep((delay.compareTo(most) < 0 ? delay : most).toMillis());
    }

    /** What an address answers after redirects on its own server, without its body; null when robots.txt forbids to ask. */
    @Nullable
    Response status(WebUrl from) throws InterruptedException {
        RobotsTxt rules = robots(from);
        WebUrl at = from;
        Response response = null;
        for (int hops = 0; hops <= plan.politeness().maxRedirects(); hops++) {
            if (!rules.allows(at)) {
                return null;
            }
            pause(rules);
            response = ask(at, Want.STATUS_BY_GET);
            WebUrl next = next(at, response);
            if (next == null || !root(at).isSameAuthority(next)) {
                return response;
            }
            at = next;
        }
        return response;
    }

    /** The robots.txt of a server, asked for once; http and https on their own ports are one server. */
    RobotsTxt robots(WebUrl of) throws InterruptedException {
        if (!plan.bounds().respectRobots()) {
            return RobotsTxt.NONE;
        }
        Prefix server = root(of);
        RobotsTxt known = robots.get(server);
        if (known == null) {
            known = read(of);
            robots.put(server, known);
        }
        return known;
    }

    private static Prefix root(WebUrl url) {
        return url.resolve("/") instanceof WebUrl root ? Prefix.directoryOf(root) : Prefix.directoryOf(url);
    }

    private RobotsTxt read(WebUrl of) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Response response = readOnce(of);
            boolean last = attempt > plan.politeness().retries();
            if (response instanceof Response.Answer answer) {
                int status = answer.status();
                if (status < 400) {
                    boolean found = Readers.isSuccess(answer);
                    return found ? RobotsTxt.of(answer.body(), plan.userAgent()) : RobotsTxt.NONE;
                }
                if (status < 500) {
                    return RobotsTxt.NONE; // RFC 9309 §2.3.1.3
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
            Thread.sleep(1000L << Math.min(attempt - 1, 6));
        }
    }

    /** Follows redirects, to other servers too (RFC 9309 §2.3.1.2); what ends in a redirect all the same is not there. */
    private Response readOnce(WebUrl of) throws InterruptedException {
        WebUrl at = of.resolve("/robots.txt") instanceof WebUrl file ? file : of;
        Response response = ask(at, Want.ANY_CONTENT);
        for (int hops = 0; hops < Math.max(5, plan.politeness().maxRedirects()); hops++) {
            WebUrl next = next(at, response);
            if (next == null) {
                return response;
            }
            at = next;
            response = ask(at, Want.ANY_CONTENT);
        }
        return response;
    }

    private static @Nullable WebUrl next(WebUrl at, Response response) {
        return response instanceof Response.Answer answer
                        && NextStep.isRedirect(answer.status())
                        && answer.location() != null
                        && at.resolve(answer.location()) instanceof WebUrl next
                        && next.isHttp()
                ? next.withoutFragment()
                : null;
    }

    private Response ask(WebUrl url, Want want) throws InterruptedException {
        try {
            return plan.fetcher().get().fetch(new Request(url, want, false, "")).get();
        } catch (ExecutionException never) {
            throw new IllegalStateException("a fetch failed instead of answering", never);
        }
    }
}
