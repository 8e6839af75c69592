// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.Arrays;

/** A growing list of long numbers. */
final class LongList {

    /** Up to here it is quicker to sort by insertion than to have the platform's sort compiled. */
    private static final int MANY = 256;

    private long[] values = new long[64];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    void set(int index, long value) {
        values[index] = value;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return values[index];
    }

    /** Its values in rising order. */
    long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        if (size > MANY) {
            Arrays.sort(sorted);
            return sorted;
        }
        for (int i = 1; i < size; i++) {
            long value = sorted[i];
            int at = i;
            while (at > 0 && sorted[at - 1] > value) {
                sorted[at] = sorted[--at];
            }
            sorted[at] = value;
        }
        return sorted;
    }
}
