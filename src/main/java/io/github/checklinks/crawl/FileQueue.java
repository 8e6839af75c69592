// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.BitSet;

/** The files that are still to be read, each once, in the order in which they are added. For one thread. */
final class FileQueue {

    private final IntList files = new IntList();
    private final BitSet seen = new BitSet();
    private int removed;

    /** Adds a file that is to be read. */
    void add(int file) {
        if (!seen.get(file)) {
            seen.set(file);
            files.add(file);
        }
    }

    int remove() {
        return files.get(removed++);
    }

    boolean isEmpty() {
        return removed == files.size();
    }

    int size() {
        return files.size() - removed;
    }
}
