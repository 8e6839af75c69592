// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import java.util.BitSet;

/** The files of a built site that other pages of it link to. Not thread-safe. */
public final class InboundLinks {

    private final Targets targets;
    private final BitSet files = new BitSet();

    InboundLinks(Targets targets) {
        this.targets = targets;
    }

    /**
     * Adds the links of a page.
     *
     * @param file the page's own file
     * @param codes its targets, encoded as in {@link PageResult#targets}
     */
    public void add(int file, int[] codes) {
        for (int code : codes) {
            int target = PageResult.target(code);
            if (target >= 0 && targets.kind(target) == TargetKind.FILE && targets.file(target) != file) {
                files.set(targets.file(target));
            }
        }
    }

    /** Returns whether another page links to a file, by a link that counts. */
    public boolean has(int file) {
        return files.get(file);
    }
}
