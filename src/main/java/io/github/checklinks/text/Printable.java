// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

/** Makes text from pages and servers harmless to show: one line, no control characters, nothing that turns the direction of writing. */
public final class Printable {

    private static final char REPLACEMENT = '\uFFFD';

    private Printable() {}

    /** The same text where it is harmless already; line ends and tabs become a space, what acts is dropped, half a surrogate pair becomes U+FFFD. */
    public static String line(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (suspect(text.charAt(i))) {
                return clean(text);
            }
        }
        return text;
    }

    /** Whether a character may be shown as it is when it stands alone. */
    public static boolean isHarmless(char c) {
        return !suspect(c);
    }

    private static boolean suspect(char c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0) || (c >= 0x061C && (acts(c) || Character.isSurrogate(c)));
    }

    private static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
                out.append(' ');
            } else if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    out.append(c).append(text.charAt(++i));
                } else {
                    out.append(REPLACEMENT);
                }
            } else if (c >= ' ' && (c < 0x7F || c >= 0xA0) && !acts(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9), line separators, the byte order mark. */
    private static boolean acts(char c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF
                || c == 0xFFFE
                || c == 0xFFFF;
    }
}
