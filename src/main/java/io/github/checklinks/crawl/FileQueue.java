// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.IntConsumer;

/** The files that are still to be read, each once. For one thread. */
final class FileQueue {

    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final BitSet seen = new BitSet();

    /** Adds a file that is to be read. */
    void add(int file) {
        if (!seen.get(file)) {
            seen.set(file);
            waiting.add(file);
        }
    }

    int remove() {
        return waiting.remove();
    }

    /** Tells the files that wait, in their order. */
    void forEach(IntConsumer listener) {
        waiting.forEach(listener::accept);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int size() {
        return waiting.size();
    }
}
