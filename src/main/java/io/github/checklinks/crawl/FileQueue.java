// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.facts.store.IntList;
import java.util.BitSet;

/** The queue of files to read. Each file is queued only once, in insertion order. Not thread-safe. */
final class FileQueue {

    private final IntList files = new IntList();
    private final BitSet added = new BitSet();
    private final BitSet dequeued = new BitSet();
    private int head;

    /** Adds a file unless it was added before. */
    void add(int file) {
        if (!added.get(file)) {
            added.set(file);
            files.add(file);
        }
    }

    /** Adds a file, once more if it was already removed. */
    void addAgain(int file) {
        if (dequeued.get(file)) {
            dequeued.clear(file);
            files.add(file);
        } else {
            add(file);
        }
    }

    /** Removes and returns the next file. */
    int remove() {
        int file = files.get(head++);
        dequeued.set(file);
        return file;
    }

    boolean isEmpty() {
        return head == files.size();
    }

    int size() {
        return files.size() - head;
    }
}
