// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.facts.Targets;
import java.util.Arrays;

/**
 * Finds the target of a relative reference that is nothing but a path of plain characters, as nearly all are, if its address is
 * known already: on the bytes, and in one large method, so that the compiler has little to do for the many pages of a short run.
 * Whatever is special in any way is left to the parser.
 */
final class FastPathResolver {

    /** A character that means more than itself in an address, but not in one that is absolute and serialised. */
    private static final byte IN_ABSOLUTE = 1;

    private static final byte SPECIAL = 2;

    /** What bytes are in a reference; 0 for those that mean nothing but themselves in a path. */
    private static final byte[] CLASSES = classes();

    private static final byte[] NOTHING = {};

    private final Targets targets;
    private byte[] base = NOTHING;
    private byte[] address = new byte[256];
    private int root;

    FastPathResolver(Targets targets) {
        this.targets = targets;
    }

    /** Resolves against another directory from now on, given by its address with final slash. */
    void use(byte[] directory) {
        base = directory;
        if (directory.length == 0 || directory[0] != 'h') {
            // No address of the web: what is a path there is for the parser to say.
            base = NOTHING;
            return;
        }
        int at = 0;
        for (int slashes = 0; slashes < 3; at++) {
            slashes += directory[at] == '/' ? 1 : 0;
        }
        root = at - 1;
    }

    /** The number of the target; -1 when its address is new, or when the reference is no path of plain characters that stays below the root. */
    int find(byte[] utf8, int from, int to) {
        if (base.length == 0 || from == to) {
            return -1;
        }
        boolean isRooted = utf8[from] == '/';
        int at = isRooted ? from + 1 : from;
        if (isRooted && at < to && utf8[at] == '/') {
            return -1;
        }
        int size = isRooted ? root + 1 : base.length;
        if (address.length < size + to - from) {
            address = new byte[(size + to - from) * 2];
        }
        byte[] out = address;
        System.arraycopy(base, 0, out, 0, size);
        int classes = 0;
        int segment = size;
        while (at <= to) {
            byte c = at < to ? utf8[at] : (byte) '/';
            if (c == '/') {
                int length = size - segment;
                if (length == 1 && out[segment] == '.') {
                    size = segment;
                } else if (length == 2 && out[segment] == '.' && out[segment + 1] == '.') {
                    size = segment - 1;
                    if (size <= root) {
                        return -1;
                    }
                    while (out[size - 1] != '/') {
                        size--;
                    }
                } else if (at < to) {
                    out[size++] = '/';
                }
                segment = size;
            } else {
                classes |= CLASSES[c & 0xFF];
                out[size++] = c;
            }
            at++;
        }
        // What is not plain has no target, like an address without a path. A way out of its own would be compiled anew
        // when it is first taken.
        int plain = classes - 1 >> 31;
        return targets.find(out, root + (size - root & plain));
    }

    /** The number of the target of an absolute address as it is serialised; -1 when it is new, or none. */
    int findAbsolute(byte[] utf8, int from, int to) {
        if (!isAbsolute(utf8, from, to) || (classesOf(utf8, from, to) & SPECIAL) != 0) {
            return -1;
        }
        return targets.find(Arrays.copyOfRange(utf8, from, to), to - from);
    }

    private static int classesOf(byte[] utf8, int from, int to) {
        int classes = 0;
        for (int at = from; at < to; at++) {
            classes |= CLASSES[utf8[at] & 0xFF];
        }
        return classes;
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        Arrays.fill(classes, SPECIAL);
        for (char c = '0'; c <= 'z'; c++) {
            classes[c] = c <= '9' || c >= 'a' || c >= 'A' && c <= 'Z' ? 0 : SPECIAL;
        }
        for (char c : "-_~.!()*,;=+&'/".toCharArray()) {
            classes[c] = 0;
        }
        for (char c : ":?%".toCharArray()) {
            classes[c] = IN_ABSOLUTE;
        }
        return classes;
    }

    private static boolean isAbsolute(byte[] utf8, int from, int to) {
        if (to - from < 8
                || utf8[from] != 'h'
                || utf8[from + 1] != 't'
                || utf8[from + 2] != 't'
                || utf8[from + 3] != 'p') {
            return false;
        }
        int colon = utf8[from + 4] == 's' ? from + 5 : from + 4;
        return utf8[colon] == ':' && utf8[colon + 1] == '/' && utf8[colon + 2] == '/';
    }
}
