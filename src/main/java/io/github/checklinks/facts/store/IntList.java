// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import java.util.Arrays;

/** A growable list of ints. Not thread-safe. */
public final class IntList {

    private int[] values = new int[64];
    private int size;

    public void add(int value) {
        if (size == values.length) {
            grow();
        }
        values[size++] = value;
    }

    /** Kept out of {@link #add}, so that HotSpot inlines that small method into the code per link. */
    private void grow() {
        values = Arrays.copyOf(values, size * 2);
    }

    public void set(int index, int value) {
        values[index] = value;
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /** Removes and returns the last element; the list must not be empty. */
    public int removeLast() {
        return values[--size];
    }

    public int get(int index) {
        return values[index];
    }

    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
