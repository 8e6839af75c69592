// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.PreVerdict;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.Position;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a built site that no other page links to. The index page of the site's root is where readers come in, and
 * {@code 404.html} there is what servers show for what is missing: neither needs a link.
 */
final class Orphans {

    /** Nobody wrote a link to an orphan: the page itself stands for it. */
    private static final LinkAttribute PAGE = new LinkAttribute("page", null, LinkKind.LINK);

    private static final String FOR_WHAT_IS_MISSING = "404.html";

    private final Facts facts;
    private final BitSet pages = new BitSet();

    private Orphans(Facts facts) {
        this.facts = facts;
    }

    /**
     * Looks for them.
     *
     * @param wanted false finds none
     */
    static Orphans of(Facts facts, boolean wanted, List<String> indexFiles) throws IOException {
        Orphans orphans = new Orphans(facts);
        if (wanted) {
            orphans.look(indexFiles);
        }
        return orphans;
    }

    private void look(List<String> indexFiles) throws IOException {
        BitSet linked = linkedByWhatIsLeftAlone();
        for (int page = 0; page < facts.pageCount(); page++) {
            if (!isHtmlOfSite(page)) {
                continue;
            }
            int file = facts.targets().file(facts.pageTarget(page));
            String path = facts.roots().path(file);
            boolean entrance = indexFiles.contains(path) || path.equals(FOR_WHAT_IS_MISSING);
            pages.set(page, !entrance && !facts.inbound().has(file) && !linked.get(file));
        }
    }

    /** A link that is muted or excluded is not checked, but readers can follow it. */
    private BitSet linkedByWhatIsLeftAlone() throws IOException {
        BitSet linked = new BitSet();
        for (int page = 0; page < facts.pageCount(); page++) {
            if (isHtmlOfSite(page) && facts.hasStoredLinks(page)) {
                int own = facts.targets().file(facts.pageTarget(page));
                facts.forEachLink(page, (link, position) -> {
                    int file = isLeftAlone(link)
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

    private static boolean isLeftAlone(StoredLink link) {
        return link.target() >= 0
                && (link.preVerdict() == PreVerdict.MUTED || link.preVerdict() == PreVerdict.EXCLUDED);
    }

    private boolean isHtmlOfSite(int page) {
        int target = facts.pageTarget(page);
        return facts.isReadForLinks(page)
                && facts.targets().reach(target) == TargetKind.FILE
                && facts.roots().isPage(facts.targets().file(target));
    }

    boolean has(int page) {
        return pages.get(page);
    }

    int count() {
        return pages.cardinality();
    }

    /** The link that stands for an orphan; null for any other page. */
    @Nullable
    StoredLink link(int page, String name) {
        return has(page)
                ? new StoredLink(PAGE, PreVerdict.NOTHING, facts.pageTarget(page), Position.UNKNOWN, name)
                : null;
    }

    /** Whether a link stands for an orphan. */
    static boolean isOrphan(StoredLink link) {
        return link.linkAttribute().equals(PAGE);
    }
}
