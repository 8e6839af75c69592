// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Decodes anchors as Doxia rewrites them in links: bytes that it does not allow become a dot and two hexadecimal
 * digits, so {@code visit(int)} becomes {@code visit.28int.29}.
 */
public final class DoxiaAnchor {

    private DoxiaAnchor() {}

    /** Returns the original name. */
    public static String decoded(String name) {
        // One character for each byte.
        String utf8 = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(utf8.length());
        for (int i = 0; i < utf8.length(); i++) {
            if (isEscape(utf8, i)) {
                decoded.write(Integer.parseInt(utf8, i + 1, i + 3, 16));
                i += 2;
            } else {
                decoded.write(utf8.charAt(i));
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    /** Returns whether an escape, which is a dot and two hexadecimal digits, starts at an index. */
    public static boolean isEscape(String name, int index) {
        return index + 2 < name.length()
                && name.charAt(index) == '.'
                && Character.digit(name.charAt(index + 1), 16) >= 0
                && Character.digit(name.charAt(index + 2), 16) >= 0;
    }
}
