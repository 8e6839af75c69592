// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

/**
 * Recognises placeholders that a build should have filled in: <code>${…}</code>, <code>{{…}}</code>, and {@code @name@}
 * as a whole path segment or host.
 */
public final class Placeholders {

    private Placeholders() {}

    /** Returns whether a reference contains a placeholder. */
    public static boolean isIn(String text) {
        return isPair(text, "${", "}") || isPair(text, "{{", "}}") || isSegment(text);
    }

    private static boolean isPair(String text, String open, String close) {
        int from = text.indexOf(open);
        return from >= 0 && text.indexOf(close, from + open.length()) > 0;
    }

    private static boolean isSegment(String text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            boolean starts = at == 0 || text.charAt(at - 1) == '/';
            if (starts && isNameUpToAt(text, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNameUpToAt(String text, int from) {
        int at = from;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        boolean named = at > from && at < text.length() && text.charAt(at) == '@';
        return named && (at + 1 == text.length() || "/?#:".indexOf(text.charAt(at + 1)) >= 0);
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }
}
