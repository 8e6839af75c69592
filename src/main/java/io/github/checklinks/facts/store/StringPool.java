// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The names of addresses, one behind the other in large pieces of bytes: four bytes more than the name is long, and no object for each. */
public final class StringPool {

    /** Pieces stay far below half of the smallest G1 region (1 MiB), above which each would take whole regions. */
    private static final int PIECE = 1 << 18;

    private final List<byte[]> pieces = new ArrayList<>();
    private int used = PIECE;

    /** Adds a name, in ASCII, and tells where it is. */
    public long add(byte[] url, int from, int to) {
        int length = to - from;
        byte[] piece;
        int at;
        if (length + 4 > PIECE - used) {
            piece = new byte[Math.max(PIECE, length + 4)];
            pieces.add(piece);
            at = 0;
            // A name that fills a piece of its own leaves nothing for others.
            used = Math.min(PIECE, length + 4);
        } else {
            piece = pieces.get(pieces.size() - 1);
            at = used;
            used += length + 4;
        }
        piece[at] = (byte) (length >>> 24);
        piece[at + 1] = (byte) (length >>> 16);
        piece[at + 2] = (byte) (length >>> 8);
        piece[at + 3] = (byte) length;
        System.arraycopy(url, from, piece, at + 4, length);
        return (long) (pieces.size() - 1) << 32 | at;
    }

    /** Whether this is the name at a place. */
    public boolean is(long place, byte[] url, int from, int to) {
        byte[] piece = pieces.get((int) (place >>> 32));
        int at = (int) place;
        return length(piece, at) == to - from && equal(piece, at + 4, url, from, to);
    }

    /** The name at a place. */
    public String get(long place) {
        byte[] piece = pieces.get((int) (place >>> 32));
        int at = (int) place;
        return new String(piece, at + 4, length(piece, at), StandardCharsets.ISO_8859_1);
    }

    /** The {@link NameHash} of the name at a place. */
    public int hash(long place) {
        byte[] piece = pieces.get((int) (place >>> 32));
        int at = (int) place;
        return NameHash.of(piece, at + 4, at + 4 + length(piece, at));
    }

    /** Whether a text stands somewhere; the lengths are equal. A loop, not the platform's method: names are short, and it compiles quickly. */
    public static boolean equal(byte[] known, int start, byte[] text, int from, int to) {
        int at = start;
        for (int i = from; i < to; i++) {
            if (known[at++] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static int length(byte[] piece, int at) {
        return (piece[at] & 255) << 24 | (piece[at + 1] & 255) << 16 | (piece[at + 2] & 255) << 8 | piece[at + 3] & 255;
    }
}
