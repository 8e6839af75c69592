// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.facts.Targets;
import java.util.Arrays;

/**
 * Resolves references to known targets without parsing them: relative references that consist of a path of plain
 * characters only, as nearly all do, and absolute URLs as they are serialised. Works on the bytes; everything else is
 * left to the URL parser.
 */
final class FastPathResolver {

    /**
     * The class of characters that are special in a relative reference, but not in an absolute URL as it is serialised.
     */
    private static final byte IN_ABSOLUTE = 1;

    private static final byte SPECIAL = 2;

    /** The class of each byte; 0 for those without a special meaning in a path. */
    private static final byte[] CLASSES = classes();

    private static final byte[] NOTHING = {};

    private final Targets targets;
    private byte[] base = NOTHING;
    private byte[] address = new byte[256];
    private int root;

    FastPathResolver(Targets targets) {
        this.targets = targets;
    }

    /** Sets the directory to resolve against, given by its URL with final slash. */
    void use(byte[] directory) {
        base = directory;
        if (directory.length == 0 || directory[0] != 'h') {
            // Not an http(s) URL: the parser decides what is a path there.
            base = NOTHING;
            return;
        }
        int at = 0;
        for (int slashes = 0; slashes < 3; at++) {
            slashes += directory[at] == '/' ? 1 : 0;
        }
        root = at - 1;
    }

    /**
     * Returns the number of the target of a relative reference; -1 if its URL is unknown, or if the reference is not a
     * path of plain characters below the root.
     *
     * <p>Written for HotSpot: deliberately one method above the inlining limit of 325 bytecodes, so that it is compiled
     * once and not again as a part of each caller. Do not split it.
     */
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
        // Branch-free: a path with special characters is cut to the root without a path, which is never a target.
        // HotSpot prunes branches that were never taken; a return for this case would deoptimise the method when it
        // first occurs.
        int plain = classes - 1 >> 31;
        return targets.find(out, root + (size - root & plain));
    }

    /**
     * Returns the number of the target of an absolute URL as it is serialised; -1 if it is unknown, or if the reference
     * is no such URL.
     */
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
