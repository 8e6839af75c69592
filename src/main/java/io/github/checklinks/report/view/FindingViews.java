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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the first few links of findings and keeps them, with what is known of their sources; of the others it wants the page only. */
public final class FindingViews {

    /** So many are looked at for what they share. No report tells more than 1,000. */
    private static final int MOST = 10_000;

    private final int places;
    private final String site;
    private final Sources sources;
    private final Map<String, Integer> pageNumbers = new HashMap<>();

    /** Keeps up to so many links of each finding. */
    public FindingViews(int places, CheckResult result) {
        this.places = places;
        this.site = UnpublishedSite.root(result.site());
        this.sources = result.sources();
    }

    /** The first of this weight, as many as memory bears, in reading order. */
    public List<FindingView> of(List<Finding> findings, Severity severity) {
        return of(findings, finding -> finding.severity() == severity, MOST);
    }

    /** How many of this weight are not among those. */
    public static long beyond(CheckResult result, Severity severity) {
        if (result.findings().size() <= MOST) {
            return 0;
        }
        long all = result.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return Math.max(0, all - MOST);
    }

    /** The first that are wanted, in reading order. */
    public List<FindingView> of(List<Finding> findings, Predicate<Finding> wanted, int limit) {
        List<FindingView> sightings = new ArrayList<>();
        for (Finding finding : findings) {
            if (sightings.size() >= limit) {
                break;
            }
            if (wanted.test(finding)) {
                sightings.add(read(finding));
            }
        }
        return sightings;
    }

    private FindingView read(Finding finding) {
        Reading reading = new Reading();
        if (finding.links() instanceof PagedLinks links) {
            for (int i = 0; i < links.size(); i++) {
                reading.hear(links.page(i), i < places ? links.get(i) : null);
            }
        } else {
            for (Link link : finding.links()) {
                reading.hear(link.page(), reading.links < places ? link : null);
            }
        }
        return new FindingView(
                finding,
                RedactedFinding.of(finding).printable(),
                List.copyOf(reading.first),
                reading.links,
                reading.pages,
                reading.others,
                site,
                sources);
    }

    /** What is kept of the links of one finding. In reading order the links of a page come together. */
    private final class Reading {
        private final List<Link> first = new ArrayList<>(1);
        private final List<Integer> pages = new ArrayList<>(1);
        private @Nullable String page;
        private @Nullable String otherPage;
        private long links;
        private int others;

        /** Hears of a link, which is null when it need not be kept. */
        void hear(String pageOfLink, @Nullable Link link) {
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
