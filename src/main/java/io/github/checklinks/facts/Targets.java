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
 * Every distinct target of a run, numbered from 0 in the order of discovery: its address without fragment, and how it stands.
 * Shared by the threads that read pages, since a link becomes a number where it is found.
 *
 * <p>An address is kept as the number of its directory and the bytes of its name, because addresses come in directories:
 * that is about a quarter of what a map of strings needs.
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

    // Read without a lock: whoever has a number has it from a thread that wrote them before.
    private volatile byte[] reach = new byte[256];
    private volatile byte[] zone = new byte[256];
    private volatile int[] detail = new int[256];
    private volatile byte[] traits = new byte[256];
    /** The number of the address that a file has by its own name, plus 1. */
    private volatile int[] ofFiles = {};

    /** The number of an address without fragment; -1 when it is new. */
    public int find(String url) {
        byte[] ascii = bytes(url);
        return find(ascii, ascii.length);
    }

    /** The number of an address without fragment, the beginning of a buffer; -1 when it is new. */
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
            byte[] known = directories[directoryTable[slot] - 1];
            if (known.length == cut && StringPool.equal(known, 0, url, 0, cut)) {
                return directoryTable[slot] - 1;
            }
        }
        return -1;
    }

    /** Where the name begins. A slash in the query parts nothing: addresses that carry other addresses would each be a directory. */
    private static int cut(byte[] url, int length) {
        int cut = 0;
        for (int at = 0; at < length && url[at] != '?'; at++) {
            if (url[at] == '/') {
                cut = at + 1;
            }
        }
        return cut;
    }

    /** The number of the directory that an address lies in, which is never below the query. */
    public synchronized int directory(int number) {
        return directory[number];
    }

    /** The address of a directory, with final slash, in ASCII; not to be written to. */
    public synchronized byte[] addressOfDirectory(int number) {
        return directories[number];
    }

    /** The number of a directory, which is added when it is new. */
    private int directory(byte[] url, int cut) {
        int first = slot(0, NameHash.of(url, 0, cut));
        int known = findDirectory(url, cut, first);
        if (known >= 0) {
            return known;
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

    /** The number of an address without fragment, which is added when it is new; the first standing counts. */
    public synchronized int add(String address, TargetClassification targetClassification, Zone zoneOfUrl) {
        byte[] url = bytes(address);
        int known = find(url, url.length);
        if (known >= 0) {
            return known;
        }
        int cut = cut(url, url.length);
        int number = add(directory(url, cut), NameHash.of(url, cut, url.length), url, cut);
        reach[number] = (byte) targetClassification.targetKind().ordinal();
        zone[number] = (byte) zoneOfUrl.ordinal();
        detail[number] = targetClassification.detail();
        return number;
    }

    /**
     * Adds a new address, given by its directory and the bytes that follow, whose hash is known. It counts last, so that all is as before
     * when there is no memory for it.
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
     * Adds the addresses that files of a built site have by their own names, before any other address. Directory by directory, so that
     * little is done for each of many thousand files.
     *
     * @param base the site's address, with final slash
     * @param paths of all files, below the site, decoded; those of a directory come one after the other
     * @param files the numbers of those that are added
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
            byte[] own = bytes(PercentCoding.encodePath(path.substring(cut)));
            int hash = NameHash.of(own, 0, own.length);
            // Files whose names the locale cannot write may be called alike.
            int known = path.indexOf('\uFFFD') < 0 ? -1 : find(base.concat(PercentCoding.encodePath(path)));
            int number = known >= 0 ? known : add(dir, hash, own, 0);
            if (known < 0) {
                reach[number] = (byte) TargetKind.FILE.ordinal();
                detail[number] = file;
            }
            ofFiles[file] = number + 1;
        }
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How many there are; their numbers are 0 to one less. */
    public synchronized int size() {
        return size;
    }

    /** The address, without fragment. */
    public synchronized String url(int number) {
        return new String(directories[directory[number]], StandardCharsets.ISO_8859_1) + names.get(name[number]);
    }

    /** How far the check goes to learn about it. */
    public TargetKind reach(int number) {
        return REACHES[reach[number]];
    }

    /** On which side of the site's border it lies. */
    public Zone zone(int number) {
        return zone[number] == 0 ? Zone.SITE : Zone.EXTERNAL;
    }

    /** Whether it can be a start of a crawl: on the web, and left alone at most because it lies outside. */
    public boolean mayStart(int number) {
        TargetKind far = REACHES[reach[number]];
        return far == TargetKind.FOLLOW
                || far == TargetKind.PROBE
                || far == TargetKind.LEFT
                        && (SKIPS[detail[number]] == SkipReason.EXTERNAL
                                || SKIPS[detail[number]] == SkipReason.RESERVED_NAME);
    }

    /** The number of the file that answers; only for {@link TargetKind#FILE}. */
    public int file(int number) {
        return detail[number];
    }

    /** Why it is left alone; only for {@link TargetKind#LEFT}. */
    public SkipReason reason(int number) {
        return SKIPS[detail[number]];
    }

    /** The number of the address that a file has by its own name; -1 when it is not known. */
    public int own(int file) {
        int[] now = ofFiles;
        return file < now.length ? now[file] - 1 : -1;
    }

    /** The bits that were set last; 0 before that. */
    public int traits(int number) {
        return traits[number];
    }

    /** Remembers bits that follow from all the rest, so that they are worked out once. */
    public synchronized void setTraits(int number, int bits) {
        traits[number] = (byte) bits;
    }

    private void grow() {
        int capacity = Math.min(size * 2, size + (1 << 15));
        name = Arrays.copyOf(name, capacity);
        reach = Arrays.copyOf(reach, capacity);
        zone = Arrays.copyOf(zone, capacity);
        detail = Arrays.copyOf(detail, capacity);
        traits = Arrays.copyOf(traits, capacity);
        // Last, because its length says how many there is room for.
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

    private static final TargetKind[] REACHES = TargetKind.values();
    private static final SkipReason[] SKIPS = SkipReason.values();
}
