// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.Arrays;

/** A growing list of numbers. */
final class IntList {

    private int[] values = new int[64];
    private int size;

    void add(int value) {
        if (size == values.length) {
            grow();
        }
        values[size++] = value;
    }

    /** By itself, as what is called for each link is small without it. */
    private void grow() {
        values = Arrays.copyOf(values, size * 2);
    }

    void set(int index, int value) {
        values[index] = value;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Takes the last number away, which must be there. */
    int removeLast() {
        return values[--size];
    }

    int get(int index) {
        return values[index];
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
