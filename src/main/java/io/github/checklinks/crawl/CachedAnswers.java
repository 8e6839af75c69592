// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.cache.AnswerCache;
import io.github.checklinks.crawl.cache.CacheEntry;
import io.github.checklinks.crawl.cache.CacheKey;
import io.github.checklinks.crawl.schedule.ResponseDecision;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.Validators;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs learnt of targets beyond the site, told as facts instead of being asked for, and what this run learns of them,
 * to be kept when it is good. Only of probes: never of the site under check, nor of anything else on its host. For one thread.
 */
final class CachedAnswers {

    /** Hardly a page has more; those that do are kept without, and read again when an anchor is judged. */
    private static final int MOST_ANCHORS = 20_000;

    private final @Nullable AnswerCache cache;
    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final Facts facts;
    private final Map<Integer, Heard> heard = new HashMap<>();

    /**
     * How the last answer of a target in this run came.
     *
     * @param state what the server said of its state
     * @param content whether the body was asked for
     * @param fit whether it may be kept
     */
    private record Heard(Validators state, boolean content, boolean fit) {}

    CachedAnswers(CrawlPlan plan, CrawlContext crawlContext) {
        this.cache = plan.cache();
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.facts = crawlContext.facts();
    }

    /**
     * Whether earlier runs say what a target answers, its redirects up to their end among it; the facts then say so, too. A way of
     * redirects is recalled as a whole or not at all: its later addresses may answer only to those who come this way.
     *
     * @param anchors whether a link names an anchor there
     */
    boolean answers(int target, boolean anchors) {
        CacheEntry known = fresh(target);
        if (known == null || !leadsToEnd(known, anchors)) {
            return false;
        }
        tell(target, known);
        facts.setRecalled(target, true);
        return true;
    }

    private boolean leadsToEnd(CacheEntry first, boolean anchors) {
        CacheEntry at = first;
        for (int hops = 0; hops <= plan.politeness().maxRedirects(); hops++) {
            if (at.to() == null) {
                return !anchors || at.content() != null;
            }
            int to = number(at.to());
            if (to < 0) {
                return false;
            }
            if (crawlContext.targets().reach(to) != TargetKind.PROBE || facts.outcome(to) != null) {
                return true;
            }
            at = fresh(to);
            if (at == null) {
                return false;
            }
        }
        return false;
    }

    /** The state of an earlier answer to what a visit will ask, so that the server can say that it still holds. */
    Validators known(ScheduledRequest scheduledRequest) {
        CacheEntry known = scheduledRequest.readsLinks ? null : usable(scheduledRequest.target);
        if (known == null || known.to() != null) {
            return Validators.NONE;
        }
        // An answer that nothing changed has no body to look for anchors in.
        boolean enough = known.content() != null || !crawlContext.resolving().judgesFragments(scheduledRequest.target);
        return enough ? known.state() : Validators.NONE;
    }

    /** Hears what came back for a visit. Whether it says that an earlier answer still holds; the facts then say what that was. */
    boolean confirms(ScheduledRequest scheduledRequest, Response response) {
        if (!isRemembered(scheduledRequest.target)) {
            return false;
        }
        boolean conditional = !scheduledRequest.known.isEmpty();
        scheduledRequest.known = Validators.NONE;
        facts.setRecalled(scheduledRequest.target, false);
        if (!(response instanceof Response.Answer answer)) {
            heard.put(scheduledRequest.target, new Heard(Validators.NONE, false, false));
            return false;
        }
        boolean fit = !answer.personal() && !answer.challenge();
        CacheEntry known = conditional && answer.status() == 304 ? usable(scheduledRequest.target) : null;
        if (known == null) {
            heard.put(
                    scheduledRequest.target,
                    new Heard(answer.state(), scheduledRequest.requestMode == RequestMode.CONTENT, fit));
            return false;
        }
        Validators state = answer.state().isEmpty() ? known.state() : answer.state();
        heard.put(scheduledRequest.target, new Heard(state, known.content() != null, fit));
        tell(scheduledRequest.target, known);
        return true;
    }

    /** Keeps what was good, and takes out what was not. */
    void keep() {
        if (cache == null) {
            return;
        }
        for (Map.Entry<Integer, Heard> each : heard.entrySet()) {
            int target = each.getKey();
            String url = crawlContext.targets().url(target);
            if (!isGood(target)) {
                cache.drop(url);
            } else if (isFit(target)) {
                cache.put(url, remembered(target, each.getValue()));
            }
        }
    }

    private boolean isGood(int target) {
        int end = end(target);
        return facts.outcome(end) instanceof Outcome.Answered answered
                && crawlContext.accepts(end).test(answered.status());
    }

    private int end(int target) {
        int at = target;
        for (int hops = 0; hops <= plan.politeness().maxRedirects(); hops++) {
            if (!(facts.outcome(at) instanceof Outcome.Redirected hop)) {
                break;
            }
            at = hop.to();
        }
        return at;
    }

    /** Whether a target and all that its redirects pass may be kept. */
    private boolean isFit(int target) {
        int at = target;
        for (int hops = 0; hops <= plan.politeness().maxRedirects(); hops++) {
            Heard answer = heard.get(at);
            if (answer != null && !answer.fit || !CacheKey.isCacheable(crawlContext.url(at))) {
                return false;
            }
            if (!(facts.outcome(at) instanceof Outcome.Redirected hop)) {
                return true;
            }
            if (hop.fragment() != null && CacheKey.hasSecret(hop.fragment())) {
                return false;
            }
            at = hop.to();
        }
        return false;
    }

    private CacheEntry remembered(int target, Heard answer) {
        long now = cache == null ? 0 : cache.now();
        boolean isPrivate = isPrivate(target);
        if (facts.outcome(target) instanceof Outcome.Redirected hop) {
            String to = crawlContext.targets().url(hop.to()) + (hop.fragment() == null ? "" : "#" + hop.fragment());
            return new CacheEntry(now, hop.status(), to, isPrivate, Validators.NONE, null);
        }
        int status = facts.outcome(target) instanceof Outcome.Answered answered ? answered.status() : 0;
        CacheEntry.Content content = answer.content ? content(target) : null;
        return new CacheEntry(now, status, null, isPrivate, answer.state, content);
    }

    private CacheEntry.@Nullable Content content(int target) {
        int page = facts.page(target);
        if (page < 0 || !facts.isWithAnchors(page)) {
            return CacheEntry.Content.NO_PAGE;
        }
        int refresh = facts.refreshesTo(page);
        String refreshesTo = refresh < 0 ? null : crawlContext.targets().url(refresh);
        boolean fit = facts.anchors(page).length <= MOST_ANCHORS
                && (refreshesTo == null
                        || WebUrl.parse(refreshesTo) instanceof WebUrl url && CacheKey.isCacheable(url));
        return fit ? new CacheEntry.Content(true, facts.anchors(page), refreshesTo) : null;
    }

    private @Nullable CacheEntry fresh(int target) {
        CacheEntry known = usable(target);
        return known != null
                        && cache != null
                        && cache.isFresh(crawlContext.targets().url(target), known)
                ? known
                : null;
    }

    /** What is remembered of a target, if it is good in today's eyes: its status is, and its host may be asked. */
    private @Nullable CacheEntry usable(int target) {
        if (cache == null || !isRemembered(target)) {
            return null;
        }
        CacheEntry known = cache.find(crawlContext.targets().url(target));
        if (known == null || known.isPrivate() && !isPrivate(target)) {
            return null;
        }
        boolean good = known.to() == null
                ? crawlContext.accepts(target).test(known.status())
                : ResponseDecision.isRedirect(known.status());
        return good ? known : null;
    }

    private boolean isRemembered(int target) {
        return cache != null
                && crawlContext.targets().reach(target) == TargetKind.PROBE
                && !crawlContext.host(target).equals(crawlContext.siteHost());
    }

    /** Whether the host of a target may be asked even if its address is private. */
    private boolean isPrivate(int target) {
        return plan.allowPrivate().match(String.valueOf(crawlContext.url(target).host()));
    }

    private void tell(int target, CacheEntry known) {
        if (known.to() != null) {
            WebUrl to = WebUrl.ofSerialised(known.to());
            int number = crawlContext.resolving().number(to.withoutFragment());
            facts.setOutcome(target, new Outcome.Redirected(known.status(), number, to.fragment(), 1));
            return;
        }
        facts.setOutcome(target, new Outcome.Answered(known.status(), 1));
        CacheEntry.Content content = known.content();
        if (content != null && content.isPage()) {
            int refreshesTo = content.refreshesTo() == null ? -1 : number(content.refreshesTo());
            PageResult page = new PageResult(
                    0, new int[0], new int[0], content.anchors(), new byte[0], new byte[0], refreshesTo, false, false);
            try {
                facts.setPageOfTarget(target, facts.addPage(target, page, DocumentType.HTML, false));
            } catch (IOException impossible) {
                // A page whose links do not count leaves nothing in the spool.
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private int number(String url) {
        return WebUrl.parse(url) instanceof WebUrl parsed && parsed.isHttp()
                ? crawlContext.resolving().number(parsed.withoutFragment())
                : -1;
    }
}
