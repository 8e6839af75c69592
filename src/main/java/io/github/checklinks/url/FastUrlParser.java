// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import org.jspecify.annotations.Nullable;

/**
 * The fast path for nearly all links: ASCII over http or https without any character that is encoded, dropped or
 * lower-cased. It copies text in pieces; for everything else it returns null, and {@link UrlParser} takes over.
 */
final class FastUrlParser {

    private static final byte OTHER = 0;
    private static final byte PLAIN = 1;
    private static final byte SLASH = 2;
    private static final byte COLON = 3;
    private static final byte END = 4;
    private static final byte PERCENT = 5;
    private static final byte DOT = 6;

    /** The meaning of each ASCII character in a path. */
    private static final byte[] PATH = new byte[128];

    static {
        for (char c = 0; c < 128; c++) {
            PATH[c] = EncodeSet.contains(EncodeSet.PATH, c) ? OTHER : PLAIN;
        }
        PATH['\\'] = OTHER;
        PATH['/'] = SLASH;
        PATH[':'] = COLON;
        PATH['?'] = END;
        PATH['#'] = END;
        PATH['%'] = PERCENT;
        PATH['.'] = DOT;
    }

    private FastUrlParser() {}

    /**
     * Resolves a plain reference against an http or https base; returns null if it is not plain, which does not mean
     * that it is invalid.
     */
    static @Nullable WebUrl resolve(WebUrl base, String reference) {
        int n = reference.length();
        if (n == 0) {
            return base.withoutFragment();
        }
        return switch (reference.charAt(0)) {
            case '#' -> joined(base, base.fragmentStart(), base.queryStart(), reference, 0, 0);
            case '?' -> joined(base, base.queryStart(), base.queryStart(), reference, 0, 0);
            case '/' -> n > 1 && reference.charAt(1) == '/' ? null : path(base, base.pathStart(), reference, 0);
            case '.' -> dotted(base, reference);
            default -> path(base, base.href().lastIndexOf('/', base.queryStart() - 1) + 1, reference, 0);
        };
    }

    /** Resolves the leading {@code ./} and {@code ../} of a reference. */
    private static @Nullable WebUrl dotted(WebUrl base, String reference) {
        int n = reference.length();
        int kept = base.href().lastIndexOf('/', base.queryStart() - 1) + 1;
        int i = 0;
        while (i < n && reference.charAt(i) == '.') {
            boolean two = i + 1 < n && reference.charAt(i + 1) == '.';
            int after = i + (two ? 2 : 1);
            if (after < n && !isDelimiter(reference.charAt(after))) {
                break;
            }
            if (two && kept > base.pathStart() + 1) {
                kept = base.href().lastIndexOf('/', kept - 2) + 1;
            }
            i = after;
            if (i == n || reference.charAt(i) != '/') {
                break;
            }
            i++;
        }
        return path(base, kept, reference, i);
    }

    private static @Nullable WebUrl path(WebUrl base, int kept, String reference, int from) {
        int pathEnd = plainPath(reference, from, from == 0);
        return pathEnd < 0 ? null : joined(base, kept, kept + pathEnd - from, reference, from, pathEnd);
    }

    /** Returns the end of a path without dot segments; negative if something in it is not plain. */
    private static int plainPath(String text, int from, boolean schemePossible) {
        int n = text.length();
        boolean first = schemePossible;
        // Kept in a variable: HotSpot takes an access next to the current index to be within bounds until one is not,
        // and then deoptimises and recompiles.
        char before = 0;
        for (int i = from; i < n; i++) {
            char c = text.charAt(i);
            switch (c < 128 ? PATH[c] : OTHER) {
                case PLAIN -> {}
                case SLASH -> first = false;
                case DOT -> {
                    if (before == '/' && isDotSegment(text, i)) {
                        return -1;
                    }
                }
                case END -> {
                    return i;
                }
                case PERCENT -> {
                    if (i + 2 < n && text.charAt(i + 1) == '2' && (text.charAt(i + 2) | 0x20) == 'e') {
                        return -1;
                    }
                }
                case COLON -> {
                    if (first) {
                        return -1;
                    }
                }
                default -> {
                    return -1;
                }
            }
            before = c;
        }
        return n;
    }

    private static boolean isDotSegment(String text, int dot) {
        int i = dot + 1;
        if (i < text.length() && text.charAt(i) == '.') {
            i++;
        }
        // "..%2f" is a name, but too rare to be handled here.
        return i == text.length() || isDelimiter(text.charAt(i)) || text.charAt(i) == '%';
    }

    private static boolean isDelimiter(char c) {
        return c == '/' || c == '?' || c == '#';
    }

    /**
     * Returns the URL made of the first {@code kept} code units of the base and the reference from an index on, whose
     * query or fragment begins at {@code rest}.
     */
    private static @Nullable WebUrl joined(
            WebUrl base, int kept, int queryStart, String reference, int from, int rest) {
        int fragment = plainQuery(reference, rest);
        if (fragment < 0) {
            return null;
        }
        String head = base.href().substring(0, kept);
        return new WebUrl(
                head.concat(reference.substring(from)),
                base.schemeEnd(),
                base.hostStart(),
                base.hostEnd(),
                base.pathStart(),
                queryStart,
                kept + fragment - from);
    }

    /** Returns where the fragment begins, or the end; negative if the query or fragment is not plain. */
    private static int plainQuery(String text, int from) {
        int n = text.length();
        int fragment = from;
        if (from < n && text.charAt(from) == '?') {
            fragment = EncodeSet.indexIn(EncodeSet.SPECIAL_QUERY, text, from, n);
            if (fragment < n && text.charAt(fragment) != '#') {
                return -1;
            }
        }
        return fragment == n || EncodeSet.indexIn(EncodeSet.FRAGMENT, text, fragment, n) == n ? fragment : -1;
    }

    /** Parses a plain absolute URL; returns null if it is not plain or not http or https. */
    static @Nullable WebUrl parse(String text) {
        int schemeEnd = text.startsWith("https://") ? 5 : text.startsWith("http://") ? 4 : -1;
        if (schemeEnd < 0) {
            return null;
        }
        int n = text.length();
        int hostStart = schemeEnd + 3;
        int hostEnd = plainHost(text, hostStart);
        int pathStart = hostEnd > 0 && hostEnd < n && text.charAt(hostEnd) == ':'
                ? plainPort(text, hostEnd + 1, schemeEnd)
                : hostEnd;
        if (pathStart < 0 || (pathStart < n && !isDelimiter(text.charAt(pathStart)))) {
            return null;
        }
        boolean slash = pathStart < n && text.charAt(pathStart) == '/';
        int pathEnd = plainPath(text, pathStart, false);
        int fragment = pathEnd < 0 ? -1 : plainQuery(text, pathEnd);
        if (fragment < 0) {
            return null;
        }
        if (slash) {
            return new WebUrl(text, schemeEnd, hostStart, hostEnd, pathStart, pathEnd, fragment);
        }
        String href = text.substring(0, pathStart) + '/' + text.substring(pathStart);
        return new WebUrl(href, schemeEnd, hostStart, hostEnd, pathStart, pathEnd + 1, fragment + 1);
    }

    /**
     * Returns the end of a lower-case domain without punycode, or of a serialised IPv4 address; negative for any other
     * host.
     */
    private static int plainHost(String text, int from) {
        int n = text.length();
        int label = from;
        int i = from;
        while (i < n) {
            char c = text.charAt(i);
            if (c == '.') {
                label = i + 1;
            } else if (c == 'x' && i == label && text.startsWith("xn--", i)) {
                return -1;
            } else if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')) {
                break;
            }
            i++;
        }
        // After an empty last label, the one before it counts.
        if (i == from || label == i) {
            return -1;
        }
        boolean plain = !isDigit(text.charAt(label)) || isIpv4(text, from, i);
        return plain ? i : -1;
    }

    /**
     * Returns whether a host whose last label begins with a digit is four decimals from 0 to 255 without leading zeros.
     */
    private static boolean isIpv4(String text, int from, int to) {
        int parts = 0;
        int i = from;
        while (i < to) {
            int first = i;
            int value = 0;
            while (i < to && i - first < 3 && isDigit(text.charAt(i))) {
                value = value * 10 + text.charAt(i++) - '0';
            }
            boolean decimal = i > first && value <= 255 && (text.charAt(first) != '0' || i == first + 1);
            if (!decimal || i < to && text.charAt(i) != '.') {
                return false;
            }
            parts++;
            i++;
        }
        return parts == 4 && text.charAt(to - 1) != '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Returns the end of a serialised port, without leading zero and not the scheme's default; negative for any other
     * port.
     */
    private static int plainPort(String text, int from, int schemeEnd) {
        int port = 0;
        int i = from;
        while (i < text.length() && i - from < 5 && isDigit(text.charAt(i))) {
            port = port * 10 + text.charAt(i++) - '0';
        }
        boolean plain = i > from && text.charAt(from) != '0' && port <= 65535 && port != (schemeEnd == 5 ? 443 : 80);
        return plain ? i : -1;
    }
}
