// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.source.reference.SourceReference;
import java.util.List;

/** Matches the links of a page to the references of its source with the same target, by their order. */
final class OccurrenceMatcher {

    private OccurrenceMatcher() {}

    /**
     * Returns the location of a link.
     *
     * @param file the name of the source file, as reported
     * @param text the text of the source file
     * @param hits the references with the same target as the link, in the order of the text
     * @param occurrence the position of the link among the links of the page with the same target
     */
    static Source of(String file, String text, List<SourceReference> hits, BuiltPage.Occurrence occurrence) {
        if (hits.isEmpty()) {
            return new Source(file, 0, false);
        }
        int[] lines = hits.stream().mapToInt(hit -> hit.line(text)).toArray();
        boolean oneLine = lines[0] == lines[lines.length - 1];
        boolean shared = hits.stream().anyMatch(SourceReference::shared);
        int count = occurrence.count();
        if (oneLine) {
            // With more links than references, some of the links come from elsewhere.
            boolean certain = count <= hits.size() || shared && hits.size() == 1;
            return new Source(file, certain ? lines[0] : 0, false);
        }
        if (count == hits.size() && !shared) {
            return new Source(file, lines[occurrence.index()], false);
        }
        if (count == 0) {
            return new Source(file, 0, false);
        }
        return new Source(file, lines[occurrence.index() * hits.size() / count], true);
    }
}
