// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url.idna;

import java.lang.Character.UnicodeScript;

/**
 * The contextual rules for ZERO WIDTH NON-JOINER and JOINER (RFC 5892, appendices A.1 and A.2). The JDK has no joining
 * types, so the scripts in current use are listed here; a non-joiner in a historic script counts as misplaced.
 */
final class IdnaJoiners {

    static final char NON_JOINER = '\u200C';
    static final char JOINER = '\u200D';

    /** Code points of canonical combining class 9. */
    private static final String VIRAMAS =
            "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0E3A\u0EBA"
                    + "\u0F84\u1039\u103A\u1714\u1715\u1734\u17D2\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\u2D7F\uA806\uA82C\uA8C4\uA953\uA9C0"
                    + "\uAAF6\uABED" + Character.toString(0x10A3F) + Character.toString(0x11046)
                    + Character.toString(0x11070)
                    + Character.toString(0x1107F) + Character.toString(0x110B9) + Character.toString(0x11133)
                    + Character.toString(0x11134) + Character.toString(0x111C0) + Character.toString(0x11235)
                    + Character.toString(0x112EA) + Character.toString(0x1134D) + Character.toString(0x11442)
                    + Character.toString(0x114C2) + Character.toString(0x115BF) + Character.toString(0x1163F)
                    + Character.toString(0x116B6) + Character.toString(0x1172B) + Character.toString(0x11839)
                    + Character.toString(0x1193D) + Character.toString(0x1193E) + Character.toString(0x119E0)
                    + Character.toString(0x11A34) + Character.toString(0x11A47) + Character.toString(0x11A99)
                    + Character.toString(0x11C3F) + Character.toString(0x11D44) + Character.toString(0x11D45)
                    + Character.toString(0x11D97);

    /** Letters that join only to the preceding one, as pairs of first and last. */
    private static final String RIGHT_JOINING =
            "\u0622\u0625\u0627\u0627\u0629\u0629\u062F\u0632\u0648\u0648\u0671\u0673"
                    + "\u0675\u0677\u0688\u0699\u06C0\u06C0\u06C3\u06CB\u06CD\u06CD\u06CF\u06CF\u06D2\u06D3\u06D5\u06D5\u06EE\u06EF"
                    + "\u0710\u0710\u0715\u0719\u071E\u071E\u0728\u0728\u072A\u072A\u072C\u072C\u072F\u072F\u074D\u074D\u0759\u075B"
                    + "\u076B\u076C\u0771\u0771\u0773\u0774\u0778\u0779\u0840\u0840\u0846\u0847\u0849\u0849\u0854\u0854\u0856\u0858"
                    + "\u0867\u0867\u0869\u086A\u0870\u0882\u088E\u088E\u08AA\u08AC\u08AE\u08AE\u08B1\u08B2\u08B9\u08B9";

    /** Letters of joining scripts that join to nothing, as pairs of first and last. */
    private static final String NOT_JOINING =
            "\u0621\u0621\u0640\u0640\u0674\u0674\u06E5\u06E6\u07F4\u07F5\u07FA\u07FA\u0861\u0861"
                    + "\u0866\u0866\u08AD\u08AD\u1880\u1884\uA873\uA873";

    private IdnaJoiners() {}

    /** Returns whether every joiner of a label is where it changes the rendering of the letters around it. */
    static boolean areWellPlaced(String label) {
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c != NON_JOINER && c != JOINER) {
                continue;
            }
            boolean afterVirama = i > 0 && VIRAMAS.indexOf(label.codePointBefore(i)) >= 0;
            if (!afterVirama && (c == JOINER || !(joinsForward(label, i) && joinsBackward(label, i + 1)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean joinsForward(String label, int end) {
        int i = end;
        while (i > 0 && isTransparent(label.codePointBefore(i))) {
            i -= Character.charCount(label.codePointBefore(i));
        }
        return i > 0 && isJoining(label.codePointBefore(i)) && !isListed(RIGHT_JOINING, label.codePointBefore(i));
    }

    private static boolean joinsBackward(String label, int start) {
        int i = start;
        while (i < label.length() && isTransparent(label.codePointAt(i))) {
            i += Character.charCount(label.codePointAt(i));
        }
        return i < label.length() && isJoining(label.codePointAt(i)) && label.codePointAt(i) != 0xA872;
    }

    private static boolean isTransparent(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || (type == Character.FORMAT && codePoint != NON_JOINER && codePoint != JOINER);
    }

    private static boolean isJoining(int codePoint) {
        boolean script = switch (UnicodeScript.of(codePoint)) {
            case ARABIC, SYRIAC, MANDAIC, NKO, MONGOLIAN, PHAGS_PA, HANIFI_ROHINGYA, ADLAM -> true;
            default -> false;
        };
        return script && Character.isLetter(codePoint) && !isListed(NOT_JOINING, codePoint);
    }

    private static boolean isListed(String pairs, int codePoint) {
        for (int i = 0; i < pairs.length(); i += 2) {
            if (codePoint >= pairs.charAt(i) && codePoint <= pairs.charAt(i + 1)) {
                return true;
            }
        }
        return false;
    }
}
