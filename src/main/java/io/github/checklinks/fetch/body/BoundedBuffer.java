// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A growing run of bytes with a limit. Starts small: a length that was only promised is not reserved. */
public final class BoundedBuffer {

    private static final int FIRST = 16 << 10;

    private final int limit;
    private byte[] array;
    private int size;

    /**
     * No bytes yet.
     *
     * @param limit most bytes kept
     * @param expected how many are promised; negative when unknown
     */
    public BoundedBuffer(long limit, long expected) {
        this.limit = (int) Math.min(Math.max(0, limit), Integer.MAX_VALUE - 16);
        long first = expected < 0 ? FIRST : Math.min(expected, 4L * FIRST);
        this.array = new byte[(int) Math.min(first, this.limit)];
    }

    /** No bytes yet, and room for so many from the start: for a length that memory was claimed for. */
    static BoundedBuffer withRoom(long limit, int room) {
        BoundedBuffer boundedBuffer = new BoundedBuffer(limit, 0);
        boundedBuffer.reserve(Math.min(room, boundedBuffer.limit));
        return boundedBuffer;
    }

    /** Takes what is left in the buffer; false when not all of it fitted, the rest being dropped. */
    public boolean append(ByteBuffer source) {
        int taken = Math.min(source.remaining(), limit - size);
        boolean whole = taken == source.remaining();
        reserve(taken);
        source.get(array, size, taken);
        size += taken;
        source.position(source.limit());
        return whole;
    }

    int size() {
        return size;
    }

    /** The bytes; the caller owns them, and this is not to be used any more. */
    public byte[] toArray() {
        return size == array.length ? array : Arrays.copyOf(array, size);
    }

    private void reserve(int more) {
        if (array.length - size < more) {
            long doubled = array.length == 0 ? more : Math.min(2L * array.length + FIRST, limit);
            array = Arrays.copyOf(array, (int) Math.max(doubled, size + (long) more));
        }
    }
}
