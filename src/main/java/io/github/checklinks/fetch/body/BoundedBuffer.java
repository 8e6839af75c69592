// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A growable byte buffer with a maximum size. Starts small: an announced length is not allocated in advance. */
public final class BoundedBuffer {

    private static final int INITIAL_SIZE = 16 << 10;

    private final int limit;
    private byte[] array;
    private int size;

    /**
     * Creates an empty buffer.
     *
     * @param limit its maximum size in bytes
     * @param expected the announced number of bytes; negative if unknown
     */
    public BoundedBuffer(long limit, long expected) {
        this.limit = (int) Math.min(Math.max(0, limit), Integer.MAX_VALUE - 16);
        long first = expected < 0 ? INITIAL_SIZE : Math.min(expected, 4L * INITIAL_SIZE);
        this.array = new byte[(int) Math.min(first, this.limit)];
    }

    /** Creates an empty buffer with the given initial capacity, for a length that has been claimed from the memory budget. */
    static BoundedBuffer withCapacity(long limit, int capacity) {
        BoundedBuffer buffer = new BoundedBuffer(limit, 0);
        buffer.reserve(Math.min(capacity, buffer.limit));
        return buffer;
    }

    /** Appends the remaining bytes of {@code source}. Returns false if they exceed the limit; the excess is dropped. */
    public boolean append(ByteBuffer source) {
        int taken = Math.min(source.remaining(), limit - size);
        boolean fits = taken == source.remaining();
        reserve(taken);
        source.get(array, size, taken);
        size += taken;
        source.position(source.limit());
        return fits;
    }

    int size() {
        return size;
    }

    /** Returns the bytes, possibly without a copy; this buffer must not be used afterwards. */
    public byte[] toArray() {
        return size == array.length ? array : Arrays.copyOf(array, size);
    }

    private void reserve(int more) {
        if (array.length - size < more) {
            long doubled = array.length == 0 ? more : Math.min(2L * array.length + INITIAL_SIZE, limit);
            array = Arrays.copyOf(array, (int) Math.max(doubled, size + (long) more));
        }
    }
}
