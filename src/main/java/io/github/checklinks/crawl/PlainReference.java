// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

/**
 * Finds the target of a relative reference that is nothing but a path of plain characters, as nearly all are, if its address is
 * known already: on the bytes, and in one large method, so that the compiler has little to do for the many pages of a short run.
 * Whatever is special in any way is left to the parser.
 */
final class PlainReference {

    /** Characters that mean nothing but themselves in a path: no sign of a scheme, a query, an escape or a placeholder among them. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = '0'; c <= 'z'; c++) {
            PLAIN[c] = c <= '9' || c >= 'a' || c >= 'A' && c <= 'Z';
        }
        for (char c : "-_~.!()*,;=+&'".toCharArray()) {
            PLAIN[c] = true;
        }
    }

    private final Targets targets;
    private byte[] base = {};
    private byte[] address = new byte[256];
    private int root;

    PlainReference(Targets targets) {
        this.targets = targets;
    }

    /** Resolves against another directory from now on, given by its address with final slash. */
    void use(byte[] directory) {
        base = directory;
        int at = 0;
        for (int slashes = 0; slashes < 3; at++) {
            slashes += directory[at] == '/' ? 1 : 0;
        }
        root = at - 1;
    }

    /**
     * The number of the target; -1 when its address is new, or when the reference is neither a path of plain characters that stays
     * below the root nor an absolute address as it is serialised.
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
        if (utf8[from] == 'h' && isAbsolute(utf8, from, to)) {
            for (size = 0; at < to; at++) {
                byte c = utf8[at];
                if (c < 0 || !PLAIN[c] && c != '/' && c != ':' && c != '?' && c != '%') {
                    return -1;
                }
                out[size++] = c;
            }
            return targets.find(out, size);
        }
        System.arraycopy(base, 0, out, 0, size);
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
            } else if (c < 0 || !PLAIN[c]) {
                return -1;
            } else {
                out[size++] = c;
            }
            at++;
        }
        return targets.find(out, size);
    }

    private static boolean isAbsolute(byte[] utf8, int from, int to) {
        if (to - from < 8 || utf8[from + 1] != 't' || utf8[from + 2] != 't' || utf8[from + 3] != 'p') {
            return false;
        }
        int colon = utf8[from + 4] == 's' ? from + 5 : from + 4;
        return utf8[colon] == ':' && utf8[colon + 1] == '/' && utf8[colon + 2] == '/';
    }
}
