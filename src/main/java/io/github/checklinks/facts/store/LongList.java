// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import java.util.Arrays;

/** A growing list of long numbers. */
public final class LongList {

    /** Up to here it is quicker to sort by insertion. */
    private static final int FEW = 128;

    private static final int BYTES = 256;

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

    /** Its values in rising order. */
    public long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        if (size > FEW) {
            sortByBytes(sorted);
        } else {
            sortByInsertion(sorted);
        }
        return sorted;
    }

    private static void sortByInsertion(long[] numbers) {
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
     * From the lowest byte to the highest, keeping the order of before among equals. Not the platform's sort: a run of some seconds waits
     * longer for that to be compiled than for all it sorts. Loops by themselves are compiled more quickly than one in another, too.
     */
    private static void sortByBytes(long[] numbers) {
        long[] from = numbers;
        long[] to = new long[numbers.length];
        int[] places = new int[BYTES + 1];
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            // The sign is the other way round.
            long flip = shift == Long.SIZE - Byte.SIZE ? Long.MIN_VALUE : 0;
            Arrays.fill(places, 0);
            count(from, shift, flip, places);
            sumUp(places);
            distribute(from, to, shift, flip, places);
            long[] sorted = to;
            to = from;
            from = sorted;
        }
    }

    private static void count(long[] numbers, int shift, long flip, int[] places) {
        for (long number : numbers) {
            places[digit(number, shift, flip) + 1]++;
        }
    }

    private static void sumUp(int[] places) {
        for (int i = 0; i < BYTES; i++) {
            places[i + 1] += places[i];
        }
    }

    private static void distribute(long[] from, long[] to, int shift, long flip, int[] places) {
        for (long number : from) {
            to[places[digit(number, shift, flip)]++] = number;
        }
    }

    private static int digit(long number, int shift, long flip) {
        return (int) ((number ^ flip) >>> shift & BYTES - 1);
    }
}
