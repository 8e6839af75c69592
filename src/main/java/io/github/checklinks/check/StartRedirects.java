// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.hint.LoginPages;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.RedirectChain;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Detects starts of a crawl that were redirected away from the configured site: what was checked then is another site, often a login
 * page. Redirects and an immediate refresh (HTML §4.2.5.3) are treated alike.
 */
final class StartRedirects {

    private static final int MAX_REFRESHES = 10;

    private final Facts facts;

    StartRedirects(Facts facts) {
        this.facts = facts;
    }

    /** The target that a start leads to, with the statuses of its redirects; a refresh has none. */
    private record Destination(int end, List<Integer> statuses) {}

    /**
     * Returns the verdict on a start.
     *
     * @param start the target of the start page or of a seed
     * @param verdict the verdict on an ordinary link to that target
     */
    Verdict verdict(int start, Verdict verdict) {
        boolean sound = verdict.rule() == Rule.OK || verdict.rule() == Rule.MOVED || verdict.rule() == Rule.REDIRECTED;
        String detail = sound ? detail(start) : null;
        return detail == null ? verdict : new Verdict(Rule.START_REDIRECTED, detail);
    }

    private @Nullable String detail(int start) {
        Destination destination = destination(start);
        if (destination.end == start
                || !(WebUrl.parse(facts.targets().url(start)) instanceof WebUrl from)
                || !(WebUrl.parse(facts.targets().url(destination.end)) instanceof WebUrl to)) {
            return null;
        }
        String where;
        if (LoginPages.isAsked(from, to)) {
            where = "which looks like a login page";
        } else if (start != facts.starts().page() ? isRead(destination.end, to) : isInside(from, to)) {
            return null;
        } else {
            where = isSameSite(from, to) ? "outside of " + directory(from) : "another site";
        }
        String statuses = destination.statuses.isEmpty()
                ? ""
                : " ("
                        + String.join(
                                ", ",
                                destination.statuses.stream()
                                        .map(String::valueOf)
                                        .toList())
                        + ")";
        return "redirects to " + to.redacted() + statuses + ", " + where;
    }

    private Destination destination(int start) {
        List<Integer> statuses = new ArrayList<>();
        int at = end(start, statuses);
        for (int i = 0; i < MAX_REFRESHES; i++) {
            int page = facts.page(at);
            int next = page < 0 ? -1 : facts.refreshesTo(page);
            if (next < 0 || next == at) {
                break;
            }
            at = end(next, statuses);
        }
        return new Destination(at, statuses);
    }

    private int end(int start, List<Integer> statuses) {
        RedirectChain chain = facts.chain(start);
        if (chain == null) {
            return start;
        }
        statuses.addAll(chain.statuses());
        return chain.end();
    }

    /** Returns whether a seed leads to pages of the site: it is part of the site, or a sitemap. */
    private boolean isRead(int end, WebUrl to) {
        String path = to.path().toLowerCase(Locale.ROOT);
        boolean list = path.endsWith(".xml") || path.endsWith(".gz") || path.endsWith(".txt");
        return list || facts.targets().zone(end) == Zone.SITE;
    }

    /** Returns whether a URL is in the directory of another, or differs from it only by a final slash. */
    private static boolean isInside(WebUrl from, WebUrl to) {
        return isSameSite(from, to)
                && (to.path().startsWith(path(from))
                        || (to.path() + "/").equals(from.path()) && from.path().endsWith("/"));
    }

    /** Returns whether two URLs have the same host and port, ignoring {@code www.} and treating the default ports of http and https as equal. */
    private static boolean isSameSite(WebUrl from, WebUrl to) {
        return TrivialRedirect.hostWithoutWww(from).equals(TrivialRedirect.hostWithoutWww(to))
                && port(from) == port(to);
    }

    /** Returns the port; -1 for the default port of the scheme. */
    private static int port(WebUrl url) {
        return url.port() == (url.scheme().equals("https") ? 443 : 80) ? -1 : url.port();
    }

    private static String directory(WebUrl url) {
        return url.origin() + path(url);
    }

    private static String path(WebUrl url) {
        return url.path().substring(0, url.path().lastIndexOf('/') + 1);
    }
}
