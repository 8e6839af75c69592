// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import java.util.Arrays;

/** A growable list of longs. Not thread-safe. */
public final class LongList {

    /** The maximum size for insertion sort, which is faster up to here. */
    private static final int INSERTION_SORT_MAX = 128;

    private static final int RADIX = 256;

    private long[] values = new long[64];
    private int size;

    public void add(long value) {
        if (size == values.length) {
            grow();
        }
        values[size++] = value;
    }

    private void grow() {
        values = Arrays.copyOf(values, size * 2);
    }

    public void set(int index, long value) {
        values[index] = value;
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public long get(int index) {
        return values[index];
    }

    /** Returns the elements in ascending order. */
    public long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        if (size > INSERTION_SORT_MAX) {
            radixSort(sorted);
        } else {
            insertionSort(sorted);
        }
        return sorted;
    }

    private static void insertionSort(long[] numbers) {
        for (int i = 1; i < numbers.length; i++) {
            long value = numbers[i];
            int at = i;
            while (at > 0 && numbers[at - 1] > value) {
                numbers[at] = numbers[--at];
            }
            numbers[at] = value;
        }
    }

    /**
     * Sorts by radix, from the lowest byte to the highest; each pass is stable. Arrays.sort(long[]) is not used: in a
     * run of some seconds, waiting for HotSpot to compile it takes longer than all the sorting. The loops are in
     * methods of their own, because each compiles faster than as a nested loop.
     */
    private static void radixSort(long[] numbers) {
        long[] from = numbers;
        long[] to = new long[numbers.length];
        int[] offsets = new int[RADIX + 1];
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            // The sign bit has the inverse order.
            long flip = shift == Long.SIZE - Byte.SIZE ? Long.MIN_VALUE : 0;
            Arrays.fill(offsets, 0);
            count(from, shift, flip, offsets);
            sumUp(offsets);
            scatter(from, to, shift, flip, offsets);
            long[] sorted = to;
            to = from;
            from = sorted;
        }
    }

    private static void count(long[] numbers, int shift, long flip, int[] offsets) {
        for (long number : numbers) {
            offsets[digit(number, shift, flip) + 1]++;
        }
    }

    private static void sumUp(int[] offsets) {
        for (int i = 0; i < RADIX; i++) {
            offsets[i + 1] += offsets[i];
        }
    }

    private static void scatter(long[] from, long[] to, int shift, long flip, int[] offsets) {
        for (long number : from) {
            to[offsets[digit(number, shift, flip)]++] = number;
        }
    }

    private static int digit(long number, int shift, long flip) {
        return (int) ((number ^ flip) >>> shift & RADIX - 1);
    }
}
