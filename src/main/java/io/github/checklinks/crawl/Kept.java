package io.github.checklinks.crawl;

import io.github.checklinks.extract.Lines;
import java.util.Arrays;

/** The links of one page that could not be settled on sight, while the page is read. */
final class Kept {

    private int size;
    private int[] place = new int[64];
    private byte[] early = new byte[64];
    private int[] target = new int[64];
    private int[] offset = new int[64];
    private byte[] flags = new byte[64];
    private int[] start = new int[65];
    private byte[] texts = new byte[1 << 12];

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(
            int placeNumber,
            int earlyOrdinal,
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
        place[size] = placeNumber;
        early[size] = (byte) earlyOrdinal;
        target[size] = targetNumber;
        offset[size] = offsetOfTag;
        flags[size] = (byte) flagBits;
        start[++size] = begin + length;
    }

    int offset(int i) {
        return offset[i];
    }

    int flags(int i) {
        return flags[i];
    }

    /** Whether the anchor that a link names is among those of its own page. Unsure counts as no: the verdict is then made with care. */
    boolean fragmentIsIn(int i, long[] anchors) {
        return WrittenFragment.isIn(texts, start[i], start[i + 1], anchors);
    }

    void write(int i, LinkCode.Writer writer, Lines lines) {
        writer.write(
                place[i], early[i], target[i], lines.line(), lines.column(), texts, start[i], start[i + 1] - start[i]);
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
