// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

/** Makes text from pages and servers safe to print: a single line without control or bidirectional formatting characters. */
public final class Printable {

    private static final char REPLACEMENT = '\uFFFD';

    private Printable() {}

    /**
     * Returns the text as one safe line: line ends and tabs become a space, control and formatting characters are removed,
     * and an unpaired surrogate becomes U+FFFD. Returns the same object if nothing has to change.
     */
    public static String line(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnsafe(text.charAt(i))) {
                return clean(text);
            }
        }
        return text;
    }

    /** Returns whether a single character is safe to print. An unpaired surrogate is not. */
    public static boolean isHarmless(char c) {
        return !isUnsafe(c);
    }

    private static boolean isUnsafe(char c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0) || (c >= 0x061C && (isFormatting(c) || Character.isSurrogate(c)));
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
            } else if (c >= ' ' && (c < 0x7F || c >= 0xA0) && !isFormatting(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Returns whether c is a mark, embedding, override or isolate of the bidirectional algorithm (UAX 9), a line separator or the byte order mark. */
    private static boolean isFormatting(char c) {
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
