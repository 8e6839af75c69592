// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.model.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries on facts, for assertions. */
public final class CrawlOutcomes {

    private CrawlOutcomes() {}

    /** Returns the names of the pages that were read for links, sorted. */
    static List<String> pages(Facts facts) {
        List<String> names = new ArrayList<>();
        for (int page = 0; page < facts.pageCount(); page++) {
            if (facts.isReadForLinks(page)) {
                names.add(facts.pageName(page));
            }
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    /** Returns the number of a page by its name; -1 if it was not read for links. */
    public static int page(Facts facts, String name) {
        for (int page = 0; page < facts.pageCount(); page++) {
            if (facts.isReadForLinks(page) && facts.pageName(page).equals(name)) {
                return page;
            }
        }
        return -1;
    }

    public static List<StoredLink> links(Facts facts, String page) throws IOException {
        List<StoredLink> links = new ArrayList<>();
        facts.forEachLink(page(facts, page), (link, position) -> {
            links.add(link);
            if (!facts.storedLink(page(facts, page), position).equals(link)) {
                throw new AssertionError("another link at " + position);
            }
        });
        return links;
    }

    /** Returns {@code text -> target} for each link of a page. */
    public static List<String> targets(Facts facts, String page) throws IOException {
        return links(facts, page).stream()
                .map(link -> link.text() + " -> "
                        + (link.target() < 0 ? "none" : facts.targets().url(link.target())))
                .toList();
    }

    public static int target(Facts facts, String url) {
        int target = facts.targets().find(url);
        if (target < 0) {
            throw new AssertionError("no target " + url);
        }
        return target;
    }

    public static @Nullable Outcome outcome(Facts facts, String url) {
        return facts.outcome(target(facts, url));
    }

    /** Returns whether the page at a URL was read and has an anchor. */
    public static boolean hasAnchor(Facts facts, String url, String name) {
        int page = facts.page(target(facts, url));
        return page >= 0 && facts.hasAnchor(page, new Fragment(name));
    }
}
