// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A pool of strings, stored one after the other in large chunks of bytes: four bytes more than the length of each, and
 * no object per string.
 */
public final class StringPool {

    /**
     * The chunk size is far below half of the smallest G1 region (1 MiB), above which each chunk would take whole
     * regions (humongous objects).
     */
    private static final int CHUNK_SIZE = 1 << 18;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK_SIZE;

    /** Adds an ASCII string and returns its position. */
    public long add(byte[] url, int from, int to) {
        int length = to - from;
        byte[] chunk;
        int at;
        if (length + 4 > CHUNK_SIZE - used) {
            chunk = new byte[Math.max(CHUNK_SIZE, length + 4)];
            chunks.add(chunk);
            at = 0;
            // A string that fills a chunk of its own leaves no room for others.
            used = Math.min(CHUNK_SIZE, length + 4);
        } else {
            chunk = chunks.get(chunks.size() - 1);
            at = used;
            used += length + 4;
        }
        chunk[at] = (byte) (length >>> 24);
        chunk[at + 1] = (byte) (length >>> 16);
        chunk[at + 2] = (byte) (length >>> 8);
        chunk[at + 3] = (byte) length;
        System.arraycopy(url, from, chunk, at + 4, length);
        return (long) (chunks.size() - 1) << 32 | at;
    }

    /** Returns whether this is the string at a position. */
    public boolean is(long position, byte[] url, int from, int to) {
        byte[] chunk = chunks.get((int) (position >>> 32));
        int at = (int) position;
        return length(chunk, at) == to - from && equal(chunk, at + 4, url, from, to);
    }

    /** Returns the string at a position. */
    public String get(long position) {
        byte[] chunk = chunks.get((int) (position >>> 32));
        int at = (int) position;
        return new String(chunk, at + 4, length(chunk, at), StandardCharsets.ISO_8859_1);
    }

    /** Returns the {@link NameHash} of the string at a position. */
    public int hash(long position) {
        byte[] chunk = chunks.get((int) (position >>> 32));
        int at = (int) position;
        return NameHash.of(chunk, at + 4, at + 4 + length(chunk, at));
    }

    /**
     * Returns whether two ranges of equal length have equal bytes. A loop instead of Arrays.equals: the strings are
     * short, and HotSpot compiles it quickly.
     */
    public static boolean equal(byte[] other, int start, byte[] text, int from, int to) {
        int at = start;
        for (int i = from; i < to; i++) {
            if (other[at++] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static int length(byte[] chunk, int at) {
        return (chunk[at] & 255) << 24 | (chunk[at + 1] & 255) << 16 | (chunk[at + 2] & 255) << 8 | chunk[at + 3] & 255;
    }
}
