// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.store.NameHash;
import io.github.checklinks.facts.store.StringPool;
import java.util.Arrays;

/**
 * A cache of the resolved references (without their fragments) of the pages of one directory, in which nearly every
 * reference occurs more than once. Keyed by the bytes as written; a look-up allocates nothing. Not thread-safe.
 */
final class ReferenceCache {

    private static final int MAX_BYTES = 1 << 19;

    /**
     * Larger tables are replaced on {@link #clear}: a directory of few references must not pay for clearing the table
     * of one with many.
     */
    private static final int MAX_SLOTS_KEPT = 1 << 13;

    private int[] table = new int[1 << 10];
    private int entries;
    private byte[] texts = new byte[1 << 14];
    private int textsUsed;

    private int[] hash = new int[512];
    private int[] start = new int[512];
    private int[] length = new int[512];
    private int[] target = new int[512];
    private byte[] linkStates = new byte[512];
    private byte[] traits = new byte[512];
    private int[] onlyPage = new int[512];
    private int[] pageSeen = new int[512];
    private int[] pageSeenWithFragment = new int[512];

    /** Removes all entries. */
    void clear() {
        if (table.length > MAX_SLOTS_KEPT) {
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

    /** Returns the entry of a reference, given with its {@link NameHash}; -1 if it is not cached. */
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

    /**
     * Adds a reference, which must not be cached, with its result, and returns its entry.
     *
     * <p>Written for HotSpot: deliberately one method above the inlining limit of 325 bytecodes. A smaller one would be
     * inlined into {@link PageScanner#link}, although it runs only once per new reference. Do not split it.
     */
    int add(byte[] text, int from, int to, int hashOfText, int targetNumber, LinkState linkState, int traitBits) {
        if (textsUsed + to - from > MAX_BYTES) {
            clear();
        }
        if (entries == hash.length) {
            int capacity = entries * 2;
            hash = Arrays.copyOf(hash, capacity);
            start = Arrays.copyOf(start, capacity);
            length = Arrays.copyOf(length, capacity);
            target = Arrays.copyOf(target, capacity);
            linkStates = Arrays.copyOf(linkStates, capacity);
            traits = Arrays.copyOf(traits, capacity);
            onlyPage = Arrays.copyOf(onlyPage, capacity);
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
        linkStates[entry] = (byte) linkState.ordinal();
        traits[entry] = (byte) traitBits;
        onlyPage[entry] = -1;
        pageSeen[entry] = -1;
        pageSeenWithFragment[entry] = -1;
        if (entries * 2 > table.length) {
            rehash();
        } else {
            insert(entry);
        }
        return entry;
    }

    /**
     * Restricts an entry to one page and sets its result there: {@code ?query} resolves to another URL on the next page
     * of the directory.
     */
    void restrictToPage(int entry, int page, int targetNumber, LinkState linkState, int traitBits) {
        onlyPage[entry] = page;
        target[entry] = targetNumber;
        linkStates[entry] = (byte) linkState.ordinal();
        traits[entry] = (byte) traitBits;
    }

    /** Returns whether an entry is valid on a page. */
    boolean holdsOn(int page, int entry) {
        return onlyPage[entry] < 0 || onlyPage[entry] == page;
    }

    int target(int entry) {
        return target[entry];
    }

    LinkState linkState(int entry) {
        return PRE_VERDICTS[linkStates[entry]];
    }

    int traits(int entry) {
        return traits[entry];
    }

    /**
     * Returns whether this is the first call for an entry on a page; calls with and without a fragment are counted
     * separately.
     */
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

    private static final LinkState[] PRE_VERDICTS = LinkState.values();
}
