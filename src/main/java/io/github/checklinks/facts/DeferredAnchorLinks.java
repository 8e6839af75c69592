// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.facts.store.LongList;
import io.github.checklinks.facts.store.Spool;
import java.io.IOException;
import java.util.function.IntConsumer;

/**
 * Links to anchors of files that are not read yet, as two numbers each, by the file that contains them, until all
 * anchors are known. Nearly all of the anchors exist; a file with a link to a missing one is read again to get what is
 * reported about it. Not thread-safe.
 */
public final class DeferredAnchorLinks {

    private static final int BYTES_PER_LINK = Integer.BYTES + Long.BYTES;

    private final Spool spool;
    private final IntList files = new IntList();
    private final IntList lengths = new IntList();
    private final LongList at = new LongList();

    DeferredAnchorLinks(Spool spool) {
        this.spool = spool;
    }

    /** Adds the links of a file, as a {@link Writer} encoded them. */
    void add(int file, byte[] written) throws IOException {
        if (written.length > 0) {
            files.add(file);
            lengths.add(written.length);
            at.add(spool.append(written, 0, written.length));
        }
    }

    /** Passes the targets of the sound links to a consumer, and returns the files with other links. */
    IntList settle(SoundLinks soundLinks, IntConsumer settled) throws IOException {
        IntList unsettledFiles = new IntList();
        byte[] written = new byte[0];
        for (int i = 0; i < files.size(); i++) {
            int length = lengths.get(i);
            written = written.length < length ? new byte[length * 2] : written;
            spool.read(at.get(i), written, length);
            if (!settle(written, length, soundLinks, settled)) {
                unsettledFiles.add(files.get(i));
            }
        }
        return unsettledFiles;
    }

    private static boolean settle(byte[] written, int length, SoundLinks soundLinks, IntConsumer settled) {
        boolean all = true;
        for (int from = 0; from < length; from += BYTES_PER_LINK) {
            int target = (int) number(written, from, Integer.BYTES);
            long anchor = number(written, from + Integer.BYTES, Long.BYTES);
            if (soundLinks.isSound(target, anchor)) {
                settled.accept(target);
            } else {
                all = false;
            }
        }
        return all;
    }

    private static long number(byte[] bytes, int from, int length) {
        long number = 0;
        for (int i = from; i < from + length; i++) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }

    /** Encodes the links of one page. */
    public static final class Writer {

        private final IntList targets = new IntList();
        private final LongList anchors = new LongList();

        public void clear() {
            targets.clear();
            anchors.clear();
        }

        /** Adds a link, given by its target and the {@link Fragment#hash} of its fragment. */
        public void add(int target, long anchor) {
            targets.add(target);
            anchors.add(anchor);
        }

        public byte[] toBytes() {
            byte[] bytes = new byte[targets.size() * BYTES_PER_LINK];
            for (int i = 0; i < targets.size(); i++) {
                number(bytes, i * BYTES_PER_LINK, Integer.BYTES, targets.get(i));
                number(bytes, i * BYTES_PER_LINK + Integer.BYTES, Long.BYTES, anchors.get(i));
            }
            return bytes;
        }

        private static void number(byte[] bytes, int from, int length, long number) {
            long rest = number;
            for (int i = from + length - 1; i >= from; i--) {
                bytes[i] = (byte) rest;
                rest >>>= Byte.SIZE;
            }
        }
    }
}
