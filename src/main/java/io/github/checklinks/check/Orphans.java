// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetKind;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a built site that no other page links to. The index page of the site's root and {@code 404.html} there need no link:
 * readers enter at the one, and servers show the other for missing pages.
 */
final class Orphans {

    private static final String ERROR_PAGE = "404.html";

    private final Facts facts;
    private final BitSet pages = new BitSet();

    private Orphans(Facts facts) {
        this.facts = facts;
    }

    /**
     * Finds the orphans.
     *
     * @param enabled whether to search; if not, the result is empty
     */
    static Orphans of(Facts facts, boolean enabled, List<String> indexFiles) throws IOException {
        Orphans orphans = new Orphans(facts);
        if (enabled) {
            orphans.find(indexFiles);
        }
        return orphans;
    }

    private void find(List<String> indexFiles) throws IOException {
        BitSet linked = linkedBySkippedLinks();
        for (int page = 0; page < facts.pageCount(); page++) {
            if (!isHtmlOfSite(page)) {
                continue;
            }
            int file = facts.targets().file(facts.pageTarget(page));
            String path = facts.roots().path(file);
            boolean entrance = indexFiles.contains(path) || path.equals(ERROR_PAGE);
            pages.set(page, !entrance && !facts.inbound().has(file) && !linked.get(file));
        }
    }

    /** Returns the files that suppressed or excluded links lead to: these links are not checked, but readers can follow them. */
    private BitSet linkedBySkippedLinks() throws IOException {
        BitSet linked = new BitSet();
        for (int page = 0; page < facts.pageCount(); page++) {
            if (isHtmlOfSite(page) && facts.hasStoredLinks(page)) {
                int own = facts.targets().file(facts.pageTarget(page));
                facts.forEachLink(page, (link, position) -> {
                    int file = isSkipped(link)
                            ? facts.roots().fileAt(facts.targets().url(link.target()))
                            : -1;
                    if (file >= 0 && file != own) {
                        linked.set(file);
                    }
                });
            }
        }
        return linked;
    }

    private static boolean isSkipped(StoredLink link) {
        return link.target() >= 0 && (link.linkState() == LinkState.IGNORED || link.linkState() == LinkState.EXCLUDED);
    }

    private boolean isHtmlOfSite(int page) {
        int target = facts.pageTarget(page);
        return facts.isReadForLinks(page)
                && facts.targets().kind(target) == TargetKind.FILE
                && facts.roots().isPage(facts.targets().file(target));
    }

    boolean has(int page) {
        return pages.get(page);
    }

    int count() {
        return pages.cardinality();
    }

    /** Returns the stand-in for an orphan; null for any other page. */
    @Nullable
    StandIn standIn(int page, String name) {
        return has(page) ? StandIn.orphan(facts.pageTarget(page), name) : null;
    }
}
