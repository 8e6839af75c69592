// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.extract.LineCounter;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.facts.FragmentBytes;
import io.github.checklinks.facts.LinkAttributeNumbers;
import io.github.checklinks.facts.LinkCodec;
import io.github.checklinks.facts.PreVerdict;
import io.github.checklinks.facts.store.IntList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The links of one page that could not be settled on sight, while the page is read. */
final class PageLinkBuffer {

    /** Of a link: it leads to an anchor of the page it stands on. */
    static final int OWN_FRAGMENT = 1;

    private int size;
    private LinkAttribute[] place = new LinkAttribute[64];
    private byte[] early = new byte[64];
    private int[] target = new int[64];
    private int[] offset = new int[64];
    private byte[] flags = new byte[64];
    private int[] start = new int[65];
    private final IntList unsettled = new IntList();
    private byte[] texts = new byte[1 << 12];
    private final LineCounter lineCounter = new LineCounter();
    private final LinkCodec.Writer writer = new LinkCodec.Writer();
    private final LinkAttributeNumbers places;
    private @Nullable LinkAttribute lastPlace;
    private int lastPlaceNumber;

    PageLinkBuffer(LinkAttributeNumbers places) {
        this.places = places;
    }

    /** Begins with the text of another page. */
    void start(byte[] text, int length) {
        lineCounter.start(text, length);
        size = 0;
    }

    /** Lets the text go. */
    void release() {
        lineCounter.release();
    }

    void add(
            LinkAttribute where,
            PreVerdict earlyWord,
            int targetNumber,
            int offsetOfTag,
            int flagBits,
            byte[] utf8,
            int from,
            int to) {
        if (size == place.length) {
            grow();
        }
        int begin = start[size];
        int length = to - from;
        if (texts.length - begin < length) {
            texts = Arrays.copyOf(texts, Math.max(texts.length * 2, begin + length));
        }
        System.arraycopy(utf8, from, texts, begin, length);
        place[size] = where;
        early[size] = (byte) earlyWord.ordinal();
        target[size] = targetNumber;
        offset[size] = offsetOfTag;
        flags[size] = (byte) flagBits;
        start[++size] = begin + length;
    }

    /**
     * Settles the links to anchors of the page itself that are there. By itself: the links that are written are few of those that are
     * looked at here, and what is called for each of these is compiled early, with all it calls.
     *
     * @param anchors the page's own, sorted
     */
    void settle(long[] anchors) {
        unsettled.clear();
        for (int i = 0; i < size; i++) {
            if (!isSettled(i, anchors)) {
                unsettled.add(i);
            }
        }
    }

    /**
     * The links as {@link LinkCodec} writes them.
     *
     * @param all whether those that were settled are written, too
     */
    byte[] toBytes(boolean all) {
        writer.clear();
        int count = all ? size : unsettled.size();
        for (int i = 0; i < count; i++) {
            write(all ? i : unsettled.get(i));
        }
        return writer.toBytes();
    }

    /** Whether a link was settled. */
    boolean anySettled() {
        return unsettled.size() < size;
    }

    /** Unsure counts as no: the verdict is then made with care. */
    private boolean isSettled(int i, long[] anchors) {
        return flags[i] == OWN_FRAGMENT && FragmentBytes.isIn(texts, start[i], start[i + 1], anchors);
    }

    private void write(int i) {
        lineCounter.moveTo(offset[i]);
        writer.write(
                number(place[i]),
                early[i],
                target[i],
                lineCounter.line(),
                lineCounter.column(),
                texts,
                start[i],
                start[i + 1] - start[i]);
    }

    /** Most links of a page stand in one place. */
    @SuppressWarnings("ReferenceEquality") // Of an equal place the number is looked up once more.
    private int number(LinkAttribute linkAttribute) {
        if (linkAttribute != lastPlace) {
            lastPlaceNumber = places.number(linkAttribute);
            lastPlace = linkAttribute;
        }
        return lastPlaceNumber;
    }

    private void grow() {
        int capacity = size * 2;
        place = Arrays.copyOf(place, capacity);
        early = Arrays.copyOf(early, capacity);
        target = Arrays.copyOf(target, capacity);
        offset = Arrays.copyOf(offset, capacity);
        flags = Arrays.copyOf(flags, capacity);
        start = Arrays.copyOf(start, capacity + 1);
    }
}
