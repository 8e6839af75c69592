// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.cache.AnswerCache;
import io.github.checklinks.crawl.cache.CacheEntry;
import io.github.checklinks.crawl.cache.CacheKey;
import io.github.checklinks.crawl.schedule.ResponseRules;
import io.github.checklinks.crawl.schedule.ScheduledRequest;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.RedirectChain;
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
 * Applies the persistent cache to a crawl: records cached responses as facts instead of sending requests, and stores the successful
 * responses of this run. Applies to probed targets only, never to the site under check or other URLs on its host. Not thread-safe.
 */
final class CachedAnswers {

    /** The content of a page with more anchors is not cached; it is requested again if a link names an anchor of it. */
    private static final int MAX_ANCHORS = 20_000;

    private final @Nullable AnswerCache cache;
    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final FactsBuilder facts;
    private final Map<Integer, Received> received = new HashMap<>();

    /**
     * The last response for a target in this run.
     *
     * @param state its validators
     * @param content whether the body was requested
     * @param cacheable whether it may be cached
     */
    private record Received(Validators state, boolean content, boolean cacheable) {}

    /** Creates an instance that does nothing if the plan has no cache. */
    CachedAnswers(CrawlPlan plan, CrawlContext crawlContext) {
        this.cache = plan.cache();
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.facts = crawlContext.facts();
    }

    /**
     * Records the cached response of a target as a fact, if there is a recent one. A chain of redirects is used completely or not at
     * all, because its later URLs may respond only to clients that followed the chain.
     *
     * @param anchors whether a link names an anchor of the target
     * @return whether no request is needed
     */
    boolean recall(int target, boolean anchors) {
        CacheEntry cached = fresh(target);
        if (cached == null || !isComplete(cached, anchors)) {
            return false;
        }
        record(target, cached);
        facts.setFromCache(target, true);
        return true;
    }

    private boolean isComplete(CacheEntry first, boolean anchors) {
        CacheEntry current = first;
        for (int hops = 0; hops <= plan.politeness().maxRedirects(); hops++) {
            if (current.to() == null) {
                return !anchors || current.content() != null;
            }
            int to = number(current.to());
            if (to < 0) {
                return false;
            }
            if (crawlContext.targets().kind(to) != TargetKind.PROBE || facts.outcome(to) != null) {
                return true;
            }
            current = fresh(to);
            if (current == null) {
                return false;
            }
        }
        return false;
    }

    /**
     * Returns the validators of the cached response for a request, so that it can be sent as a conditional request; empty if there is none.
     */
    Validators validators(ScheduledRequest scheduledRequest) {
        CacheEntry cached = scheduledRequest.readsLinks ? null : usable(scheduledRequest.target);
        if (cached == null || cached.to() != null) {
            return Validators.NONE;
        }
        // A 304 response has no body in which anchors could be found.
        boolean sufficient =
                cached.content() != null || !crawlContext.resolving().judgesFragments(scheduledRequest.target);
        return sufficient ? cached.state() : Validators.NONE;
    }

    /** Notes the response to a request. If it confirms the cached response (304), records that as a fact and returns true. */
    boolean confirms(ScheduledRequest scheduledRequest, Response response) {
        if (!isCacheApplicable(scheduledRequest.target)) {
            return false;
        }
        boolean conditional = !scheduledRequest.validators.isEmpty();
        scheduledRequest.validators = Validators.NONE;
        facts.setFromCache(scheduledRequest.target, false);
        if (!(response instanceof Response.Answer answer)) {
            received.put(scheduledRequest.target, new Received(Validators.NONE, false, false));
            return false;
        }
        boolean cacheable = !answer.personal() && !answer.challenge();
        CacheEntry cached = conditional && answer.status() == 304 ? usable(scheduledRequest.target) : null;
        if (cached == null) {
            received.put(
                    scheduledRequest.target,
                    new Received(answer.state(), scheduledRequest.requestMode == RequestMode.CONTENT, cacheable));
            return false;
        }
        Validators state = answer.state().isEmpty() ? cached.state() : answer.state();
        received.put(scheduledRequest.target, new Received(state, cached.content() != null, cacheable));
        record(scheduledRequest.target, cached);
        return true;
    }

    /** Stores successful responses in the cache, and removes the entries of URLs that failed. */
    void store() {
        if (cache == null) {
            return;
        }
        for (Map.Entry<Integer, Received> each : received.entrySet()) {
            int target = each.getKey();
            String url = crawlContext.targets().url(target);
            if (!isSuccess(target)) {
                cache.drop(url);
            } else if (isCacheable(target)) {
                cache.put(url, entry(target, each.getValue()));
            }
        }
    }

    private boolean isSuccess(int target) {
        int end = facts.end(target);
        return facts.outcome(end) instanceof Outcome.Answered answered
                && crawlContext.accepts(end).test(answered.status());
    }

    /** Returns whether a target and all targets of its redirects, which have an end, may be cached. */
    private boolean isCacheable(int target) {
        RedirectChain chain = facts.chain(target);
        if (chain == null) {
            return isCacheableAlone(target);
        }
        return chain.targets().stream().allMatch(this::isCacheableAlone)
                && chain.redirects().stream()
                        .noneMatch(hop -> hop.fragment() != null && CacheKey.hasSecret(hop.fragment()));
    }

    private boolean isCacheableAlone(int target) {
        Received answer = received.get(target);
        return (answer == null || answer.cacheable) && CacheKey.isCacheable(crawlContext.url(target));
    }

    private CacheEntry entry(int target, Received answer) {
        long now = cache == null ? 0 : cache.now();
        boolean isPrivate = isPrivate(target);
        Outcome.Redirected hop = facts.redirect(target);
        if (hop != null) {
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
        boolean cacheable = facts.anchors(page).length <= MAX_ANCHORS
                && (refreshesTo == null
                        || WebUrl.parse(refreshesTo) instanceof WebUrl url && CacheKey.isCacheable(url));
        return cacheable ? new CacheEntry.Content(true, facts.anchors(page), refreshesTo) : null;
    }

    private @Nullable CacheEntry fresh(int target) {
        CacheEntry cached = usable(target);
        return cached != null
                        && cache != null
                        && cache.isFresh(crawlContext.targets().url(target), cached)
                ? cached
                : null;
    }

    /**
     * Returns the entry of a target if its status is accepted by the current configuration and its host may be requested; otherwise null.
     */
    private @Nullable CacheEntry usable(int target) {
        if (cache == null || !isCacheApplicable(target)) {
            return null;
        }
        CacheEntry cached = cache.find(crawlContext.targets().url(target));
        if (cached == null || cached.isPrivate() && !isPrivate(target)) {
            return null;
        }
        boolean accepted = cached.to() == null
                ? crawlContext.accepts(target).test(cached.status())
                : ResponseRules.isRedirect(cached.status());
        return accepted ? cached : null;
    }

    private boolean isCacheApplicable(int target) {
        return cache != null
                && crawlContext.targets().kind(target) == TargetKind.PROBE
                && !crawlContext.host(target).equals(crawlContext.siteHost());
    }

    /** Returns whether the host of a target may be requested even if its IP address is private. */
    private boolean isPrivate(int target) {
        return plan.scope()
                .allowPrivate()
                .match(String.valueOf(crawlContext.url(target).host()));
    }

    private void record(int target, CacheEntry cached) {
        if (cached.to() != null) {
            WebUrl to = WebUrl.ofSerialised(cached.to());
            int number = crawlContext.resolving().number(to.withoutFragment());
            facts.setOutcome(target, new Outcome.Redirected(cached.status(), number, to.fragment(), 1));
            return;
        }
        facts.setOutcome(target, new Outcome.Answered(cached.status(), 1));
        CacheEntry.Content content = cached.content();
        if (content != null && content.isPage()) {
            int refreshesTo = content.refreshesTo() == null ? -1 : number(content.refreshesTo());
            PageResult page = new PageResult(
                    0, new int[0], new int[0], content.anchors(), new byte[0], new byte[0], refreshesTo, false, false);
            try {
                facts.setPageOfTarget(target, facts.addPage(target, page, DocumentType.HTML, false));
            } catch (IOException impossible) {
                // Nothing is spooled for a page without links.
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
