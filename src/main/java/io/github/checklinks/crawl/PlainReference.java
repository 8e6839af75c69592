// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;

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

    /** Resolves against another address from now on. */
    void use(WebUrl url) {
        String path = url.path();
        String directory = url.origin() + path.substring(0, path.lastIndexOf('/') + 1);
        base = url.isHttp() ? directory.getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
        root = url.origin().length();
    }

    /** The number of the target; -1 when the reference is not plain, climbs above the root, or its address is new. */
    int find(byte[] utf8, int from, int to) {
        boolean isRooted = from < to && utf8[from] == '/';
        int at = isRooted ? from + 1 : from;
        if (base.length == 0 || from == to || isRooted && at < to && utf8[at] == '/') {
            return -1;
        }
        int size = isRooted ? root + 1 : base.length;
        if (address.length < size + to - from) {
            address = new byte[(size + to - from) * 2];
        }
        byte[] out = address;
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
        return targets.find(new String(out, 0, size, StandardCharsets.ISO_8859_1));
    }
}
