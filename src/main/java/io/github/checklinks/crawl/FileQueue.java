// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.facts.store.IntList;
import java.util.BitSet;

/** The files that are still to be read, each once, in the order in which they are added. For one thread. */
final class FileQueue {

    private final IntList files = new IntList();
    private final BitSet seen = new BitSet();
    private final BitSet taken = new BitSet();
    private int removed;

    /** Adds a file that is to be read. */
    void add(int file) {
        if (!seen.get(file)) {
            seen.set(file);
            files.add(file);
        }
    }

    /** Adds a file that is to be read once more if it was taken already. */
    void addAnew(int file) {
        if (taken.get(file)) {
            taken.clear(file);
            files.add(file);
        } else {
            add(file);
        }
    }

    int remove() {
        int file = files.get(removed++);
        taken.set(file);
        return file;
    }

    boolean isEmpty() {
        return removed == files.size();
    }

    int size() {
        return files.size() - removed;
    }
}
