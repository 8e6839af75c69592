// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.url.WebUrl;

/**
 * Recognises relative references that point above the root of their base: with more {@code ..} than there are
 * directories. A browser silently stops at the root.
 */
public final class RootEscape {

    private RootEscape() {}

    public static boolean isAboveRoot(WebUrl base, String reference) {
        if (!reference.contains("..") && reference.indexOf('%') < 0) {
            return false;
        }
        int end = reference.length();
        boolean slashBefore = false;
        for (int i = 0; i < end; i++) {
            char c = reference.charAt(i);
            if (c == '?' || c == '#') {
                end = i;
            } else if (c == ':' && !slashBefore) {
                return false;
            }
            slashBefore |= c == '/';
        }
        String path = reference.substring(0, end).replace('\\', '/');
        if (path.startsWith("//")) {
            return false;
        }
        int depth = path.startsWith("/") ? 0 : directories(base.path());
        int from = path.startsWith("/") ? 1 : 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            if (isDoubleDot(path, from, to)) {
                depth--;
            } else if (slash >= 0 && !isDot(path, from, to)) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static int directories(String path) {
        int slashes = 0;
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            slashes++;
        }
        return slashes - 1;
    }

    private static boolean isDot(String path, int from, int to) {
        return to - from == 1 && path.charAt(from) == '.'
                || to - from == 3 && path.regionMatches(true, from, "%2e", 0, 3);
    }

    private static boolean isDoubleDot(String path, int from, int to) {
        int dots = 0;
        int at = from;
        while (at < to) {
            if (path.charAt(at) == '.') {
                at++;
            } else if (to - at >= 3 && path.regionMatches(true, at, "%2e", 0, 3)) {
                at += 3;
            } else {
                return false;
            }
            dots++;
        }
        return dots == 2;
    }
}
