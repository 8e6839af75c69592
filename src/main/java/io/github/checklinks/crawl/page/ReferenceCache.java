// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.facts.PreVerdict;
import io.github.checklinks.facts.store.NameHash;
import io.github.checklinks.facts.store.StringPool;
import java.util.Arrays;

/**
 * What references without fragment led to, for the pages of one directory: nearly every reference of a page stands there more
 * than once, or on the page beside it. Keyed by the bytes as written; allocates nothing when it knows the answer.
 */
final class ReferenceCache {

    private static final int MOST_BYTES = 1 << 19;

    /** A directory of few references must not pay for clearing the table of one with many. */
    private static final int MOST_SLOTS_KEPT = 1 << 13;

    private int[] table = new int[1 << 10];
    private int entries;
    private byte[] texts = new byte[1 << 14];
    private int textsUsed;

    private int[] hash = new int[512];
    private int[] start = new int[512];
    private int[] length = new int[512];
    private int[] target = new int[512];
    private byte[] early = new byte[512];
    private byte[] traits = new byte[512];
    private int[] onlyOn = new int[512];
    private int[] pageSeen = new int[512];
    private int[] pageSeenWithFragment = new int[512];

    /** Forgets everything. */
    void clear() {
        if (table.length > MOST_SLOTS_KEPT) {
            table = new int[1 << 10];
        } else {
            Arrays.fill(table, 0);
        }
        entries = 0;
        textsUsed = 0;
    }

    private static int slot(int hash) {
        int mixed = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        return mixed ^ mixed >>> 12;
    }

    /** The entry of a reference, whose {@link NameHash} is known; -1 when it is new. */
    int find(byte[] text, int from, int to, int hashOfText) {
        int mask = table.length - 1;
        for (int slot = slot(hashOfText) & mask; table[slot] != 0; slot = (slot + 1) & mask) {
            int entry = table[slot] - 1;
            if (hash[entry] == hashOfText
                    && length[entry] == to - from
                    && StringPool.equal(texts, start[entry], text, from, to)) {
                return entry;
            }
        }
        return -1;
    }

    /** Remembers what a new reference led to. One large method on purpose: a compiler would copy a smaller one into {@link PageScanner#link}. */
    int add(byte[] text, int from, int to, int hashOfText, int targetNumber, PreVerdict earlyVerdict, int traitBits) {
        if (textsUsed + to - from > MOST_BYTES) {
            clear();
        }
        if (entries == hash.length) {
            int capacity = entries * 2;
            hash = Arrays.copyOf(hash, capacity);
            start = Arrays.copyOf(start, capacity);
            length = Arrays.copyOf(length, capacity);
            target = Arrays.copyOf(target, capacity);
            early = Arrays.copyOf(early, capacity);
            traits = Arrays.copyOf(traits, capacity);
            onlyOn = Arrays.copyOf(onlyOn, capacity);
            pageSeen = Arrays.copyOf(pageSeen, capacity);
            pageSeenWithFragment = Arrays.copyOf(pageSeenWithFragment, capacity);
        }
        int entry = entries++;
        if (texts.length < textsUsed + to - from) {
            texts = Arrays.copyOf(texts, Math.max(texts.length * 2, textsUsed + to - from));
        }
        System.arraycopy(text, from, texts, textsUsed, to - from);
        hash[entry] = hashOfText;
        start[entry] = textsUsed;
        length[entry] = to - from;
        textsUsed += to - from;
        target[entry] = targetNumber;
        early[entry] = (byte) earlyVerdict.ordinal();
        traits[entry] = (byte) traitBits;
        onlyOn[entry] = -1;
        pageSeen[entry] = -1;
        pageSeenWithFragment[entry] = -1;
        if (entries * 2 > table.length) {
            rehash();
        } else {
            insert(entry);
        }
        return entry;
    }

    /** Binds an entry to one page, with what it leads to there: {@code ?query} leads elsewhere on the next page of the directory. */
    void restrictToPage(int entry, int page, int targetNumber, PreVerdict earlyVerdict, int traitBits) {
        onlyOn[entry] = page;
        target[entry] = targetNumber;
        early[entry] = (byte) earlyVerdict.ordinal();
        traits[entry] = (byte) traitBits;
    }

    /** Whether what an entry says holds for a page. */
    boolean holdsOn(int page, int entry) {
        return onlyOn[entry] < 0 || onlyOn[entry] == page;
    }

    int target(int entry) {
        return target[entry];
    }

    PreVerdict early(int entry) {
        return EARLIES[early[entry]];
    }

    int traits(int entry) {
        return traits[entry];
    }

    /** Whether this is the first time the entry is seen on a page, with or without a fragment. */
    boolean isFirstOn(int page, int entry, boolean withFragment) {
        int[] seen = withFragment ? pageSeenWithFragment : pageSeen;
        if (seen[entry] == page) {
            return false;
        }
        seen[entry] = page;
        return true;
    }

    private void rehash() {
        table = new int[table.length * 2];
        for (int entry = 0; entry < entries; entry++) {
            insert(entry);
        }
    }

    private void insert(int entry) {
        int mask = table.length - 1;
        int slot = slot(hash[entry]) & mask;
        while (table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = entry + 1;
    }

    private static final PreVerdict[] EARLIES = PreVerdict.values();
}
