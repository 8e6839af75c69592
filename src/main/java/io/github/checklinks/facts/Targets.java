// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.facts.store.NameHash;
import io.github.checklinks.facts.store.StringPool;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All distinct targets of a run, numbered from 0 in the order of discovery: the URL of each without fragment, and its
 * classification. Thread-safe: the reading threads share it, since a link becomes a number where it is found.
 *
 * <p>A URL is stored as the number of its directory and the bytes of its name: many URLs share a directory, and this
 * needs about a quarter of the memory of a map of strings.
 */
public final class Targets {

    private byte[][] directories = new byte[64][];
    private int directoryCount;
    private int[] directoryTable = new int[1 << 8];
    private final StringPool names = new StringPool();
    private int[] table = new int[1 << 10];
    private int size;

    private int[] directory = new int[256];
    private long[] name = new long[256];

    // Read without a lock: a thread that has a number got it from a thread that wrote the values before.
    private volatile byte[] kinds = new byte[256];
    private volatile byte[] zone = new byte[256];
    private volatile int[] detail = new int[256];
    private volatile byte[] traits = new byte[256];
    /** The number of the URL of each file's own path, plus 1. */
    private volatile int[] ofFiles = {};

    /** Returns the number of a URL without fragment; -1 if it is unknown. */
    public int find(String url) {
        byte[] ascii = bytes(url);
        return find(ascii, ascii.length);
    }

    /** Returns the number of a URL without fragment, given as the first bytes of a buffer; -1 if it is unknown. */
    public int find(byte[] url, int length) {
        int cut = cut(url, length);
        int hashOfDirectory = NameHash.of(url, 0, cut);
        int hash = NameHash.of(url, cut, length);
        synchronized (this) {
            int dir = findDirectory(url, cut, slot(0, hashOfDirectory));
            if (dir < 0) {
                return -1;
            }
            int mask = table.length - 1;
            for (int slot = slot(dir, hash) & mask; table[slot] != 0; slot = (slot + 1) & mask) {
                int number = table[slot] - 1;
                if (directory[number] == dir && names.is(name[number], url, cut, length)) {
                    return number;
                }
            }
            return -1;
        }
    }

    private int findDirectory(byte[] url, int cut, int first) {
        int mask = directoryTable.length - 1;
        for (int slot = first & mask; directoryTable[slot] != 0; slot = (slot + 1) & mask) {
            byte[] candidate = directories[directoryTable[slot] - 1];
            if (candidate.length == cut && StringPool.equal(candidate, 0, url, 0, cut)) {
                return directoryTable[slot] - 1;
            }
        }
        return -1;
    }

    /**
     * Returns where the name begins. A slash in the query does not count: else each URL that contains another one would
     * be a directory.
     */
    private static int cut(byte[] url, int length) {
        int cut = 0;
        for (int at = 0; at < length && url[at] != '?'; at++) {
            if (url[at] == '/') {
                cut = at + 1;
            }
        }
        return cut;
    }

    /** Returns the number of the directory of a URL, which is never below the query. */
    public synchronized int directory(int number) {
        return directory[number];
    }

    /** Returns the URL of a directory, with final slash, in ASCII; must not be modified. */
    public synchronized byte[] addressOfDirectory(int number) {
        return directories[number];
    }

    /** Returns the number of a directory, adding it if it is new. */
    private int directory(byte[] url, int cut) {
        int first = slot(0, NameHash.of(url, 0, cut));
        int existing = findDirectory(url, cut, first);
        if (existing >= 0) {
            return existing;
        }
        if (directoryCount == directories.length) {
            directories = Arrays.copyOf(directories, directoryCount * 2);
        }
        int added = directoryCount;
        directories[added] = Arrays.copyOf(url, cut);
        directoryCount++;
        if (directoryCount * 2 > directoryTable.length) {
            directoryTable = new int[directoryTable.length * 2];
            for (int dir = 0; dir < directoryCount; dir++) {
                insert(directoryTable, dir, slot(0, NameHash.of(directories[dir], 0, directories[dir].length)));
            }
        } else {
            insert(directoryTable, added, first);
        }
        return added;
    }

    /** Returns the number of a URL without fragment, adding it if it is new; else its first classification remains. */
    public synchronized int add(String address, TargetClassification targetClassification, Zone zoneOfUrl) {
        byte[] url = bytes(address);
        int existing = find(url, url.length);
        if (existing >= 0) {
            return existing;
        }
        int cut = cut(url, url.length);
        int number = add(directory(url, cut), NameHash.of(url, cut, url.length), url, cut);
        kinds[number] = (byte) targetClassification.targetKind().ordinal();
        zone[number] = (byte) zoneOfUrl.ordinal();
        detail[number] = targetClassification.detail();
        return number;
    }

    /**
     * Adds a new URL, given by its directory and the bytes that follow, with their hash. The size is set last, so that
     * nothing has changed if memory runs out.
     */
    private int add(int dir, int hash, byte[] url, int cut) {
        int number = size;
        if (number == directory.length) {
            grow();
        }
        if ((number + 1) * 2 > table.length) {
            rehash();
        }
        directory[number] = dir;
        name[number] = names.add(url, cut, url.length);
        insert(table, number, slot(dir, hash));
        size = number + 1;
        return number;
    }

    /**
     * Adds the URLs of the own paths of files of a built site, before any other URL. Works directory by directory, so
     * that there is little work for each of many thousand files.
     *
     * @param base the URL of the site, with final slash
     * @param paths of all files, below the site, decoded; those of a directory are consecutive
     * @param files the numbers of those to add
     */
    public synchronized void addFiles(String base, List<String> paths, BitSet files) {
        String parent = "";
        int dir = -1;
        ofFiles = new int[files.length()];
        for (int file = files.nextSetBit(0); file >= 0; file = files.nextSetBit(file + 1)) {
            String path = paths.get(file);
            int cut = path.lastIndexOf('/') + 1;
            if (dir < 0 || cut != parent.length() || !path.startsWith(parent)) {
                parent = path.substring(0, cut);
                byte[] address = bytes(base.concat(PercentCoding.encodePath(parent)));
                dir = directory(address, address.length);
            }
            byte[] nameBytes = bytes(PercentCoding.encodePath(path.substring(cut)));
            int hash = NameHash.of(nameBytes, 0, nameBytes.length);
            // Files whose names the locale cannot represent may have equal names.
            int existing = path.indexOf('\uFFFD') < 0 ? -1 : find(base.concat(PercentCoding.encodePath(path)));
            int number = existing >= 0 ? existing : add(dir, hash, nameBytes, 0);
            if (existing < 0) {
                kinds[number] = (byte) TargetKind.FILE.ordinal();
                detail[number] = file;
            }
            ofFiles[file] = number + 1;
        }
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the number of targets; they are numbered from 0 to one less. */
    public synchronized int size() {
        return size;
    }

    /** Returns the URL of a target, without fragment. */
    public synchronized String url(int number) {
        return new String(directories[directory[number]], StandardCharsets.ISO_8859_1) + names.get(name[number]);
    }

    /** Returns what the check does with a target. */
    public TargetKind kind(int number) {
        return KINDS[kinds[number]];
    }

    /** Returns whether a target belongs to the site or is external. */
    public Zone zone(int number) {
        return zone[number] == 0 ? Zone.SITE : Zone.EXTERNAL;
    }

    /** Returns whether a crawl can start at a target: it is on the web, and skipped at most because it is external. */
    public boolean mayStart(int number) {
        TargetKind kind = KINDS[kinds[number]];
        return kind == TargetKind.FOLLOW
                || kind == TargetKind.PROBE
                || kind == TargetKind.SKIPPED
                        && (SKIP_REASONS[detail[number]] == SkipReason.EXTERNAL
                                || SKIP_REASONS[detail[number]] == SkipReason.RESERVED_NAME);
    }

    /** Returns the number of the file of a target; only for {@link TargetKind#FILE}. */
    public int file(int number) {
        return detail[number];
    }

    /** Returns why a target is skipped; only for {@link TargetKind#SKIPPED}. */
    public SkipReason reason(int number) {
        return SKIP_REASONS[detail[number]];
    }

    /** Returns the target of a file's own path; -1 if it is unknown. */
    public int targetOf(int file) {
        int[] now = ofFiles;
        return file < now.length ? now[file] - 1 : -1;
    }

    /** Returns the traits of a target; 0 if they are not set yet. */
    public int traits(int number) {
        return traits[number];
    }

    /** Caches the traits of a target, which are derived from everything else. */
    public synchronized void setTraits(int number, int bits) {
        traits[number] = (byte) bits;
    }

    private void grow() {
        int capacity = Math.min(size * 2, size + (1 << 15));
        name = Arrays.copyOf(name, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        zone = Arrays.copyOf(zone, capacity);
        detail = Arrays.copyOf(detail, capacity);
        traits = Arrays.copyOf(traits, capacity);
        // Last, because its length is taken as the capacity.
        directory = Arrays.copyOf(directory, capacity);
    }

    private void rehash() {
        table = new int[table.length * 2];
        for (int number = 0; number < size; number++) {
            insert(table, number, slot(directory[number], names.hash(name[number])));
        }
    }

    private static void insert(int[] table, int number, int hash) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = number + 1;
    }

    private static int slot(int dir, int hash) {
        int mixed = hash + dir * 0x9E3779B1;
        mixed ^= mixed >>> 16;
        mixed *= 0x85EBCA6B;
        return mixed ^ mixed >>> 13;
    }

    private static final TargetKind[] KINDS = TargetKind.values();
    private static final SkipReason[] SKIP_REASONS = SkipReason.values();
}
