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
            char c = text.charAt(i);
            // Nearly all characters are in ASCII, and a short run ends before the rest is compiled.
            if ((c < ' ' || c > '~') && isUnsafe(c)) {
                return clean(text);
            }
        }
        return text;
    }

    private static boolean isUnsafe(char c) {
        return ControlCharacters.is(c) || Character.isSurrogate(c);
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
            } else if (!ControlCharacters.is(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
