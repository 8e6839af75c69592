// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.extract.LineCounter;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.LinkAttributeNumbers;
import io.github.checklinks.facts.LinkCodec;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.SoundLinks;
import io.github.checklinks.facts.store.IntList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A buffer of the links of one page that cannot be judged while the page is read. Reused from page to page; not
 * thread-safe.
 */
final class PageLinkBuffer {

    /** Flag of a link: it leads to an anchor of its own page. */
    static final int OWN_FRAGMENT = 1;

    private int size;
    private LinkAttribute[] attributes = new LinkAttribute[64];
    private byte[] linkStates = new byte[64];
    private int[] targetNumbers = new int[64];
    private int[] offsets = new int[64];
    private byte[] flags = new byte[64];
    private int[] starts = new int[65];
    private final IntList unsettled = new IntList();
    private byte[] texts = new byte[1 << 12];
    private final LineCounter lineCounter = new LineCounter();
    private final LinkCodec.Writer writer = new LinkCodec.Writer();
    private final LinkAttributeNumbers attributeNumbers;
    private @Nullable LinkAttribute lastAttribute;
    private int lastAttributeNumber;

    PageLinkBuffer(LinkAttributeNumbers attributeNumbers) {
        this.attributeNumbers = attributeNumbers;
    }

    /** Starts the page with this text. */
    void start(byte[] text, int length) {
        lineCounter.start(text, length);
        size = 0;
    }

    /** Releases the text for garbage collection. */
    void release() {
        lineCounter.release();
    }

    void add(
            LinkAttribute linkAttribute,
            LinkState linkState,
            int target,
            int offsetOfTag,
            int flagBits,
            byte[] utf8,
            int from,
            int to) {
        if (size == attributes.length) {
            grow();
        }
        int begin = starts[size];
        int length = to - from;
        if (texts.length - begin < length) {
            texts = Arrays.copyOf(texts, Math.max(texts.length * 2, begin + length));
        }
        System.arraycopy(utf8, from, texts, begin, length);
        attributes[size] = linkAttribute;
        linkStates[size] = (byte) linkState.ordinal();
        targetNumbers[size] = target;
        offsets[size] = offsetOfTag;
        flags[size] = (byte) flagBits;
        starts[++size] = begin + length;
    }

    /**
     * Settles the links to existing anchors of the page itself. Kept separate from {@link #toBytes}: only a small share
     * of the links examined here is written. In one loop, HotSpot would compile the encoding early as well, with all
     * its callees.
     *
     * @param traits the traits of the page's target
     * @param anchors the anchors of the page, sorted
     */
    void settle(int traits, long[] anchors) {
        unsettled.clear();
        for (int i = 0; i < size; i++) {
            if (!isSound(i, traits, anchors)) {
                unsettled.add(i);
            }
        }
    }

    /**
     * Returns the links as {@link LinkCodec} encodes them.
     *
     * @param all whether to include the settled links
     */
    byte[] toBytes(boolean all) {
        writer.clear();
        int count = all ? size : unsettled.size();
        for (int i = 0; i < count; i++) {
            write(all ? i : unsettled.get(i));
        }
        return writer.toBytes();
    }

    /** Returns whether any link was settled. */
    boolean anySettled() {
        return unsettled.size() < size;
    }

    /** Returns false also when it is not certain; the link is then judged by its text later. */
    private boolean isSound(int i, int traits, long[] anchors) {
        return flags[i] == OWN_FRAGMENT
                && SoundLinks.isSoundOnItsPage(
                        traits, Fragment.hashOfReference(texts, starts[i], starts[i + 1]), anchors);
    }

    private void write(int i) {
        lineCounter.moveTo(offsets[i]);
        writer.write(
                number(attributes[i]),
                linkStates[i],
                targetNumbers[i],
                lineCounter.line(),
                lineCounter.column(),
                texts,
                starts[i],
                starts[i + 1] - starts[i]);
    }

    /** Caches the last number, since most links of a page have the same attribute. */
    @SuppressWarnings("ReferenceEquality") // An equal but different object only costs another look-up.
    private int number(LinkAttribute linkAttribute) {
        if (linkAttribute != lastAttribute) {
            lastAttributeNumber = attributeNumbers.number(linkAttribute);
            lastAttribute = linkAttribute;
        }
        return lastAttributeNumber;
    }

    private void grow() {
        int capacity = size * 2;
        attributes = Arrays.copyOf(attributes, capacity);
        linkStates = Arrays.copyOf(linkStates, capacity);
        targetNumbers = Arrays.copyOf(targetNumbers, capacity);
        offsets = Arrays.copyOf(offsets, capacity);
        flags = Arrays.copyOf(flags, capacity);
        starts = Arrays.copyOf(starts, capacity + 1);
    }
}
