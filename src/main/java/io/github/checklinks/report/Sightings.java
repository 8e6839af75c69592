// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.CheckResult;
import io.github.checklinks.Finding;
import io.github.checklinks.Link;
import io.github.checklinks.Severity;
import io.github.checklinks.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads the links of findings once and keeps the first few, with what is known of their sources. */
final class Sightings {

    /** So many are looked at for what they share. No report tells more than 1,000. */
    private static final int MOST = 10_000;

    private final int places;
    private final String site;
    private final Sources sources;
    private final Map<String, Integer> pageNumbers = new HashMap<>();

    /** Keeps up to so many links of each finding. */
    Sightings(int places, CheckResult result) {
        this.places = places;
        this.site = result.site();
        this.sources = result.sources();
    }

    /** The first of this weight, as many as memory bears, in reading order. */
    List<Sighting> of(List<Finding> findings, Severity severity) {
        return of(findings, finding -> finding.severity() == severity, MOST);
    }

    /** How many of this weight are not among those. */
    static long beyond(CheckResult result, Severity severity) {
        if (result.findings().size() <= MOST) {
            return 0;
        }
        long all = result.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return Math.max(0, all - MOST);
    }

    /** The first that are wanted, in reading order. */
    List<Sighting> of(List<Finding> findings, Predicate<Finding> wanted, int limit) {
        List<Sighting> sightings = new ArrayList<>();
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

    private Sighting read(Finding finding) {
        List<Link> first = new ArrayList<>(1);
        List<Integer> pages = new ArrayList<>(1);
        int others = 0;
        long links = 0;
        String page = null;
        String otherPage = null;
        for (Link link : finding.links()) {
            links++;
            if (first.size() < places) {
                first.add(link);
            } else if (!link.page().equals(otherPage)) {
                otherPage = link.page();
                others++;
            }
            // In reading order the links of a page come together.
            if (!link.page().equals(page)) {
                page = link.page();
                pages.add(pageNumbers.computeIfAbsent(page, name -> pageNumbers.size()));
            }
        }
        return new Sighting(
                finding, Told.of(finding).printable(), List.copyOf(first), links, pages, others, site, sources);
    }
}
