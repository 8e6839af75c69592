// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.PagedLinks;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates views of findings, reading only the first few links in full; of the other links only the page is read. */
public final class FindingViews {

    /** The number of findings examined for shared causes. No report lists more than 1,000. */
    private static final int MOST = 10_000;

    private final int places;
    private final String site;
    private final Sources sources;
    private final Map<String, Integer> pageNumbers = new HashMap<>();

    /** Creates views that keep up to {@code places} links of each finding. */
    public FindingViews(int places, CheckResult result) {
        this.places = places;
        this.site = UnpublishedSite.root(result.site());
        this.sources = result.sources();
    }

    /** Returns views of the first findings of a severity in reading order, limited to bound memory. */
    public List<FindingView> of(List<Finding> findings, Severity severity) {
        return of(findings, FindingKind.of(severity), MOST);
    }

    /** Returns the number of findings of a severity that {@link #of(List, Severity)} leaves out. */
    public static long beyond(CheckResult result, Severity severity) {
        if (result.findings().size() <= MOST) {
            return 0;
        }
        return Math.max(0, FindingKind.of(severity).count(result.findings()) - MOST);
    }

    /** Returns views of the first findings of a kind, in reading order. */
    public List<FindingView> of(List<Finding> findings, FindingKind kind, int limit) {
        return kind.in(findings).limit(limit).map(this::read).toList();
    }

    private FindingView read(Finding finding) {
        Reading reading = new Reading();
        if (finding.links() instanceof PagedLinks links) {
            for (int i = 0; i < links.size(); i++) {
                reading.add(links.page(i), i < places ? links.get(i) : null);
            }
        } else {
            for (Link link : finding.links()) {
                reading.add(link.page(), reading.links < places ? link : null);
            }
        }
        return new FindingView(
                finding,
                FindingTexts.of(finding),
                List.copyOf(reading.first),
                reading.links,
                reading.pages,
                reading.others,
                site,
                sources);
    }

    /** Collects the links of one finding. Links of the same page are adjacent in reading order. */
    private final class Reading {
        private final List<Link> first = new ArrayList<>(1);
        private final List<Integer> pages = new ArrayList<>(1);
        private @Nullable String page;
        private @Nullable String otherPage;
        private long links;
        private int others;

        /** Adds a link on a page; the link is null if only the page is needed. */
        void add(String pageOfLink, @Nullable Link link) {
            links++;
            if (link != null) {
                first.add(link);
            } else if (!pageOfLink.equals(otherPage)) {
                otherPage = pageOfLink;
                others++;
            }
            if (!pageOfLink.equals(page)) {
                page = pageOfLink;
                Integer next = pageNumbers.size();
                Integer known = pageNumbers.putIfAbsent(pageOfLink, next);
                pages.add(known == null ? next : known);
            }
        }
    }
}
