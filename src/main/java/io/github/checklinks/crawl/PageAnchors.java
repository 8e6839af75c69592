// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The anchors of the page that is read, as numbers in their order, and where their names stand. */
final class PageAnchors {

    /** More anchors of one page are not looked through for a hint. */
    private static final int MOST_NAMES = 50_000;

    private final LongList hashes = new LongList();

    /** Where each name begins and ends in the text, unless it was decoded. */
    private final LongList places = new LongList();

    void clear() {
        hashes.clear();
        places.clear();
    }

    void add(byte[] utf8, int from, int to) {
        hashes.add(AnchorHash.of(utf8, from, to));
        places.add((long) from << 32 | to);
    }

    void addMap(byte[] utf8, int from, int to) {
        hashes.add(AnchorHash.ofMap(utf8, from, to));
        places.add(0);
    }

    /** The sorted {@link AnchorHash} numbers. */
    long[] sorted() {
        return hashes.sorted();
    }

    /** The anchors by their names, without maps and without those that are written with character references. */
    List<String> names(byte[] text) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < hashes.size() && names.size() < MOST_NAMES; i++) {
            int from = (int) (places.get(i) >>> 32);
            int to = (int) places.get(i);
            // What was decoded stood in another buffer.
            if (to <= text.length && AnchorHash.of(text, from, to) == hashes.get(i)) {
                names.add(new String(text, from, to - from, StandardCharsets.UTF_8));
            }
        }
        return names;
    }
}
