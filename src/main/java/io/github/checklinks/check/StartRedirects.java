// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.hint.LoginPages;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Verdict;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Redaction;
import io.github.checklinks.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the starts of a crawl that were read somewhere else than configured: what was checked then is another site, often a login
 * page. Redirects and a refresh without delay (HTML §4.2.5.3) count alike.
 */
final class StartRedirects {

    private static final int MOST_REFRESHES = 10;

    private final Facts facts;
    private final Redirects redirects;

    StartRedirects(Facts facts, Redirects redirects) {
        this.facts = facts;
        this.redirects = redirects;
    }

    /** Where a start leads, and by which statuses; a refresh has none. */
    private record Journey(int end, List<Integer> statuses) {}

    /**
     * The verdict on a start whose address answered well.
     *
     * @param start the target of the start page or of a seed
     * @param verdict the one on any link that leads there
     */
    Verdict verdict(int start, Verdict verdict) {
        boolean fine = verdict.rule() == Rule.OK || verdict.rule() == Rule.MOVED || verdict.rule() == Rule.REDIRECTED;
        String detail = fine ? detail(start) : null;
        return detail == null ? verdict : new Verdict(Rule.START_REDIRECTED, detail);
    }

    private @Nullable String detail(int start) {
        Journey journey = journey(start);
        if (journey.end == start
                || !(WebUrl.parse(facts.targets().url(start)) instanceof WebUrl from)
                || !(WebUrl.parse(facts.targets().url(journey.end)) instanceof WebUrl to)) {
            return null;
        }
        String where;
        if (LoginPages.isAsked(from, to)) {
            where = "which looks like a login page";
        } else if (start != facts.start() ? isRead(journey.end, to) : isInside(from, to)) {
            return null;
        } else {
            where = isSameSite(from, to) ? "outside of " + Redaction.url(directory(from)) : "another site";
        }
        String statuses = journey.statuses.isEmpty()
                ? ""
                : " ("
                        + String.join(
                                ", ",
                                journey.statuses.stream().map(String::valueOf).toList())
                        + ")";
        return "redirects to " + to.redacted() + statuses + ", " + where;
    }

    private Journey journey(int start) {
        List<Integer> statuses = new ArrayList<>();
        int at = end(start, statuses);
        for (int i = 0; i < MOST_REFRESHES; i++) {
            int page = facts.page(at);
            int next = page < 0 ? -1 : facts.refreshesTo(page);
            if (next < 0 || next == at) {
                break;
            }
            at = end(next, statuses);
        }
        return new Journey(at, statuses);
    }

    private int end(int start, List<Integer> statuses) {
        Redirects.Way way = redirects.from(start);
        for (int at = start; at != way.end() && facts.outcome(at) instanceof Outcome.Redirected hop; at = hop.to()) {
            statuses.add(hop.status());
        }
        return way.end();
    }

    /** Whether the links of a further start count: it lies in the site, or is a sitemap, whose links lead there. */
    private boolean isRead(int end, WebUrl to) {
        String path = to.path().toLowerCase(Locale.ROOT);
        boolean list = path.endsWith(".xml") || path.endsWith(".gz") || path.endsWith(".txt");
        return list || facts.targets().zone(end) == Zone.SITE;
    }

    /** Whether an address lies in the directory of another, or differs from it by a final slash only. */
    private static boolean isInside(WebUrl from, WebUrl to) {
        return isSameSite(from, to)
                && (to.path().startsWith(path(from))
                        || (to.path() + "/").equals(from.path()) && from.path().endsWith("/"));
    }

    /** Whether two addresses have the same host and port; http and https on their own ports are one site, and so is {@code www.}. */
    private static boolean isSameSite(WebUrl from, WebUrl to) {
        return host(from).equals(host(to)) && port(from) == port(to);
    }

    private static String host(WebUrl url) {
        String host = String.valueOf(url.host());
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** The port; -1 for the scheme's own. */
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
