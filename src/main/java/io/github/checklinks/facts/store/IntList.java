// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import java.util.Arrays;

/** A growing list of numbers. */
public final class IntList {

    private int[] values = new int[64];
    private int size;

    public void add(int value) {
        if (size == values.length) {
            grow();
        }
        values[size++] = value;
    }

    /** By itself, as what is called for each link is small without it. */
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

    /** Takes the last number away, which must be there. */
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
