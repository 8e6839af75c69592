// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

/** Quotes user input in messages: truncated, with control characters escaped. */
public final class QuotedInput {

    private static final int MAX_LENGTH = 80;

    private QuotedInput() {}

    public static String of(String text) {
        StringBuilder out = new StringBuilder().append('"');
        int end = Math.min(text.length(), MAX_LENGTH);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            append(out, text.charAt(i));
        }
        return out.append(end < text.length() ? "…\"" : "\"").toString();
    }

    private static void append(StringBuilder out, char c) {
        boolean isInvisible = Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || (c > 0x7F && Character.isSpaceChar(c));
        if (isInvisible) {
            out.append(String.format("\\u%04X", (int) c));
        } else {
            out.append(c);
        }
    }
}
