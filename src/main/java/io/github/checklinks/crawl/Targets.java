// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.Skip;
import io.github.checklinks.Zone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every distinct target of a run, numbered from 0 in the order of discovery: its address without fragment, and how it stands.
 * Shared by the threads that read pages, since a link becomes a number where it is found.
 *
 * <p>An address is kept as the number of its directory and the bytes of its name, because addresses come in directories:
 * that is about a quarter of what a map of strings needs.
 */
public final class Targets {

    /** Pieces stay far below half of the smallest G1 region (1 MiB), above which each would take whole regions. */
    private static final int CHUNK = 1 << 18;

    private final Map<String, Integer> directories = new HashMap<>();
    private final List<String> directoryNames = new ArrayList<>();
    private final List<byte[]> chunks = new ArrayList<>();
    private int chunkUsed = CHUNK;
    private int[] table = new int[1 << 10];
    private int size;

    private int[] directory = new int[256];
    private long[] name = new long[256];
    private byte[] reach = new byte[256];
    private byte[] zone = new byte[256];
    private int[] detail = new int[256];
    private byte[] traits = new byte[256];

    /** The number of an address without fragment; -1 when it is new. */
    synchronized int find(String url) {
        int cut = cut(url);
        Integer known = directories.get(url.substring(0, cut));
        return known == null ? -1 : find(known, url, cut);
    }

    /** Where the name begins. A slash in the query parts nothing: addresses that carry other addresses would each be a directory. */
    private static int cut(String url) {
        int query = url.indexOf('?');
        return url.lastIndexOf('/', query < 0 ? url.length() : query) + 1;
    }

    private int find(int dir, String url, int cut) {
        int mask = table.length - 1;
        for (int slot = hash(dir, url, cut) & mask; table[slot] != 0; slot = (slot + 1) & mask) {
            int number = table[slot] - 1;
            if (directory[number] == dir && sameName(number, url, cut)) {
                return number;
            }
        }
        return -1;
    }

    /** The number of an address without fragment, which is added when it is new; the first standing counts. */
    synchronized int add(String url, Standing standing, Zone zoneOfUrl) {
        int cut = cut(url);
        String prefix = url.substring(0, cut);
        Integer dir = directories.get(prefix);
        if (dir == null) {
            dir = directoryNames.size();
            directories.put(prefix, dir);
            directoryNames.add(prefix);
        }
        int known = find(dir, url, cut);
        if (known >= 0) {
            return known;
        }
        int number = size++;
        if (number == directory.length) {
            grow();
        }
        directory[number] = dir;
        name[number] = store(url, cut);
        reach[number] = (byte) standing.reach().ordinal();
        zone[number] = (byte) zoneOfUrl.ordinal();
        detail[number] = standing.detail();
        if (size * 2 > table.length) {
            rehash();
        } else {
            insert(number, hash(dir, url, cut));
        }
        return number;
    }

    /** How many there are; their numbers are 0 to one less. */
    public synchronized int size() {
        return size;
    }

    /** The address, without fragment. */
    public synchronized String url(int number) {
        return directoryNames.get(directory[number]) + name(number);
    }

    /** How far the check goes to learn about it. */
    public synchronized Reach reach(int number) {
        return REACHES[reach[number]];
    }

    /** On which side of the site's border it lies. */
    public synchronized Zone zone(int number) {
        return zone[number] == 0 ? Zone.SITE : Zone.EXTERNAL;
    }

    /** Whether it can be a start of a crawl: on the web, and left alone at most because it lies outside. */
    synchronized boolean mayStart(int number) {
        Reach far = REACHES[reach[number]];
        return far == Reach.FOLLOW
                || far == Reach.PROBE
                || far == Reach.LEFT
                        && (SKIPS[detail[number]] == Skip.EXTERNAL || SKIPS[detail[number]] == Skip.RESERVED_NAME);
    }

    /** The number of the file that answers; only for {@link Reach#FILE}. */
    public synchronized int file(int number) {
        return detail[number];
    }

    /** Why it is left alone; only for {@link Reach#LEFT}. */
    public synchronized Skip reason(int number) {
        return SKIPS[detail[number]];
    }

    /** The bits that were set last; 0 before that. */
    synchronized int traits(int number) {
        return traits[number];
    }

    /** Remembers bits that follow from all the rest, so that they are worked out once. */
    synchronized void setTraits(int number, int bits) {
        traits[number] = (byte) bits;
    }

    private String name(int number) {
        byte[] chunk = chunks.get((int) (name[number] >>> 32));
        int at = (int) name[number];
        int length = length(chunk, at);
        return new String(chunk, at + 4, length, StandardCharsets.ISO_8859_1);
    }

    private boolean sameName(int number, String url, int cut) {
        byte[] chunk = chunks.get((int) (name[number] >>> 32));
        int at = (int) name[number];
        int length = length(chunk, at);
        if (length != url.length() - cut) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (chunk[at + 4 + i] != (byte) url.charAt(cut + i)) {
                return false;
            }
        }
        return true;
    }

    private static int length(byte[] chunk, int at) {
        return (chunk[at] & 255) << 24 | (chunk[at + 1] & 255) << 16 | (chunk[at + 2] & 255) << 8 | chunk[at + 3] & 255;
    }

    private long store(String url, int cut) {
        int length = url.length() - cut;
        byte[] chunk;
        int at;
        if (length + 4 > CHUNK - chunkUsed) {
            chunk = new byte[Math.max(CHUNK, length + 4)];
            chunks.add(chunk);
            at = 0;
            // A name that fills a piece of its own leaves nothing for others.
            chunkUsed = Math.min(CHUNK, length + 4);
        } else {
            chunk = chunks.get(chunks.size() - 1);
            at = chunkUsed;
            chunkUsed += length + 4;
        }
        chunk[at] = (byte) (length >>> 24);
        chunk[at + 1] = (byte) (length >>> 16);
        chunk[at + 2] = (byte) (length >>> 8);
        chunk[at + 3] = (byte) length;
        for (int i = 0; i < length; i++) {
            chunk[at + 4 + i] = (byte) url.charAt(cut + i);
        }
        return (long) (chunks.size() - 1) << 32 | at;
    }

    private void grow() {
        int capacity = Math.min(size * 2, size + CHUNK / 8);
        directory = Arrays.copyOf(directory, capacity);
        name = Arrays.copyOf(name, capacity);
        reach = Arrays.copyOf(reach, capacity);
        zone = Arrays.copyOf(zone, capacity);
        detail = Arrays.copyOf(detail, capacity);
        traits = Arrays.copyOf(traits, capacity);
    }

    private void rehash() {
        table = new int[table.length * 2];
        for (int number = 0; number < size; number++) {
            String text = name(number);
            insert(number, hash(directory[number], text, 0));
        }
    }

    private void insert(int number, int hash) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = number + 1;
    }

    private static int hash(int dir, String text, int from) {
        int hash = dir * 0x9E3779B1;
        for (int i = from; i < text.length(); i++) {
            hash = hash * 31 + (byte) text.charAt(i);
        }
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }

    private static final Reach[] REACHES = Reach.values();
    private static final Skip[] SKIPS = Skip.values();
}
