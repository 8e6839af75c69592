// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.source.reference.SourceReference;
import java.util.List;

/** Pairs the links of a page with the references of its source that say the same, by their order. */
final class OccurrenceMatcher {

    private OccurrenceMatcher() {}

    /**
     * The place of a link.
     *
     * @param file the name of the source as it is told
     * @param hits the references that say the same as the link
     * @param standing which of the page's links that say the same it is
     */
    static Source of(String file, String text, List<SourceReference> hits, BuiltPage.Standing standing) {
        if (hits.isEmpty()) {
            return new Source(file, 0, false);
        }
        int[] lines =
                hits.stream().mapToInt(hit -> Lines.of(text, hit.offset())).toArray();
        boolean oneLine = lines[0] == lines[lines.length - 1];
        boolean shared = hits.stream().anyMatch(SourceReference::shared);
        int count = standing.count();
        if (oneLine) {
            // More links than references: some of them come from somewhere else.
            boolean sure = count <= hits.size() || shared && hits.size() == 1;
            return new Source(file, sure ? lines[0] : 0, false);
        }
        if (count == hits.size() && !shared) {
            return new Source(file, lines[standing.index()], false);
        }
        if (count == 0) {
            return new Source(file, 0, false);
        }
        return new Source(file, lines[standing.index() * hits.size() / count], true);
    }
}
