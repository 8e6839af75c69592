// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.BitSet;

/** Which files of a built site other pages of it link to. For one thread. */
public final class Inbound {

    private final Targets targets;
    private final BitSet files = new BitSet();

    Inbound(Targets targets) {
        this.targets = targets;
    }

    /**
     * Adds the links of a page.
     *
     * @param file the page's own file
     * @param codes its targets, as {@link PageFacts#targets} has them
     */
    void add(int file, int[] codes) {
        for (int code : codes) {
            int target = PageFacts.target(code);
            if (target >= 0 && targets.reach(target) == Reach.FILE && targets.file(target) != file) {
                files.set(targets.file(target));
            }
        }
    }

    /** Whether another page links to a file, by a link that counts. */
    public boolean has(int file) {
        return files.get(file);
    }
}
