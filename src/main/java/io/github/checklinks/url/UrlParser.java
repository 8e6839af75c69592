// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import io.github.checklinks.text.QuotedInput;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One run of the WHATWG "basic URL parser" (§4.4). Each method implements one or several states: it reads its component
 * as a whole, appends it to the serialised URL and calls the next; every character is read a bounded number of times.
 */
final class UrlParser {

    private final String in;
    private final @Nullable WebUrl base;
    private final StringBuilder out;

    private boolean special;
    private boolean file;
    private int schemeEnd;
    private int hostStart = -1;
    private int hostEnd = -1;
    private int pathStart;

    private UrlParser(String in, @Nullable WebUrl base) {
        this.in = in;
        this.base = base;
        this.out = new StringBuilder(in.length() + 64);
    }

    static Resolution parse(String text, @Nullable WebUrl base) {
        return new UrlParser(clean(text), base).start();
    }

    /** Removes surrounding spaces and controls, and tabs and line ends inside. */
    private static String clean(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (from < to && text.charAt(to - 1) <= ' ') {
            to--;
        }
        for (int i = from; i < to; i++) {
            if (isDropped(text.charAt(i))) {
                StringBuilder rest = new StringBuilder(to - from).append(text, from, i);
                for (; i < to; i++) {
                    if (!isDropped(text.charAt(i))) {
                        rest.append(text.charAt(i));
                    }
                }
                return rest.toString();
            }
        }
        return text.substring(from, to);
    }

    private static boolean isDropped(char c) {
        return c == '\t' || c == '\n' || c == '\r';
    }

    private Resolution start() {
        int colon = schemeColon();
        if (colon < 0) {
            return relativeToBase();
        }
        scheme(in.substring(0, colon).toLowerCase(Locale.ROOT));
        int p = colon + 1;
        boolean sameScheme = base != null
                && out.length() == base.schemeEnd() + 1
                && base.href().startsWith(out.toString());
        if (file) {
            return file(p, sameScheme ? base : null);
        }
        if (special) {
            return base != null && sameScheme && !in.startsWith("//", p)
                    ? relative(p, base)
                    : authority(skipSlashes(p));
        }
        if (in.startsWith("//", p)) {
            return authority(p + 2);
        }
        pathStart = out.length();
        return in.startsWith("/", p) ? path(p + 1) : opaquePath(p);
    }

    private int schemeColon() {
        for (int i = 0; i < in.length(); i++) {
            char c = in.charAt(i);
            boolean letter = isLetter(c);
            if (!letter && i == 0) {
                return -1;
            }
            if (c == ':') {
                return i;
            }
            if (!letter && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') {
                return -1;
            }
        }
        return -1;
    }

    private void scheme(String scheme) {
        out.append(scheme).append(':');
        schemeEnd = scheme.length();
        special = WebUrl.isSpecial(scheme);
        file = scheme.equals("file");
    }

    private Resolution relativeToBase() {
        if (base == null) {
            return new MalformedUrl("it has no scheme, such as https:, and there is nothing to resolve it against");
        }
        scheme(base.scheme());
        if (base.isOpaque()) {
            return at(0) == '#'
                    ? fragmentOnly(0, base)
                    : new MalformedUrl(
                            "a relative reference cannot be resolved against a " + base.scheme() + ": address");
        }
        return file ? file(0, base) : relative(0, base);
    }

    private Resolution relative(int p, WebUrl from) {
        if (isSlash(at(p))) {
            if (at(p + 1) == '/' || (special && at(p + 1) == '\\')) {
                return authority(special ? skipSlashes(p) : p + 2);
            }
            copyAuthority(from);
            return path(p + 1);
        }
        if (p == in.length() || at(p) == '#') {
            return fragmentOnly(p, from);
        }
        if (at(p) == '?') {
            copy(from, from.queryStart());
            return pathEnd(p);
        }
        copyAuthority(from);
        out.append(from.href(), from.pathStart(), from.queryStart());
        shorten();
        return path(p);
    }

    /** Returns the base with this fragment, or without one at the end of the input. */
    private Resolution fragmentOnly(int p, WebUrl from) {
        copy(from, from.fragmentStart());
        return fragment(p, from.queryStart());
    }

    private void copy(WebUrl from, int end) {
        out.setLength(0);
        out.append(from.href(), 0, end);
        hostStart = from.hostStart();
        hostEnd = from.hostEnd();
        pathStart = from.pathStart();
    }

    private void copyAuthority(WebUrl from) {
        // The slash and dot before the path of a URL without host are not part of it.
        copy(from, from.hostStart() < 0 ? schemeEnd + 1 : from.pathStart());
        pathStart = out.length();
    }

    private Resolution file(int p, @Nullable WebUrl from) {
        if (isSlash(at(p))) {
            if (isSlash(at(p + 1))) {
                return fileHost(p + 2);
            }
            if (from == null) {
                emptyHost();
            } else {
                copyAuthority(from);
                String path = from.path();
                boolean drive = path.length() >= 3
                        && isLetter(path.charAt(1))
                        && path.charAt(2) == ':'
                        && (path.length() == 3 || path.charAt(3) == '/');
                if (drive && !startsWithDrive(p + 1)) {
                    out.append(path, 0, 3);
                }
            }
            return path(p + 1);
        }
        if (from == null) {
            emptyHost();
            return path(p);
        }
        if (p < in.length() && at(p) != '?' && at(p) != '#' && startsWithDrive(p)) {
            copyAuthority(from);
            return path(p);
        }
        return relative(p, from);
    }

    private void emptyHost() {
        out.append("//");
        hostStart = out.length();
        hostEnd = hostStart;
        pathStart = hostStart;
    }

    private Resolution fileHost(int p) {
        int end = endOfSegment(p);
        emptyHost();
        if (end - p == 2 && isDrive(p)) {
            return path(p);
        }
        if (end > p) {
            HostParser parser = new HostParser();
            String host = parser.parse(in.substring(p, end), true);
            if (host == null) {
                return new MalformedUrl(parser.problem());
            }
            out.append(host.equals("localhost") ? "" : host);
            hostEnd = out.length();
            pathStart = hostEnd;
        }
        return pathStart(end);
    }

    private Resolution authority(int p) {
        int end = endOfSegment(p);
        out.setLength(schemeEnd + 1);
        out.append("//");
        int at = in.lastIndexOf('@', end - 1);
        int host = p;
        if (at >= p) {
            userinfo(p, at);
            host = at + 1;
        }
        return host(host, end, at >= p);
    }

    private void userinfo(int p, int end) {
        int colon = in.indexOf(':', p);
        if (colon < 0 || colon > end) {
            colon = end;
        }
        int start = out.length();
        PercentCoding.encode(out, EncodeSet.USERINFO, in, p, colon);
        if (colon + 1 < end) {
            out.append(':');
            PercentCoding.encode(out, EncodeSet.USERINFO, in, colon + 1, end);
        }
        if (out.length() > start) {
            out.append('@');
        }
    }

    private Resolution host(int p, int end, boolean afterUserinfo) {
        int colon = portColon(p, end);
        if (p == colon && (special || colon < end || afterUserinfo)) {
            return new MalformedUrl("the host is missing");
        }
        hostStart = out.length();
        if (p < colon) {
            HostParser parser = new HostParser();
            String host = parser.parse(in.substring(p, colon), special);
            if (host == null) {
                return new MalformedUrl(parser.problem());
            }
            out.append(host);
        }
        hostEnd = out.length();
        int port = port(colon + 1, end);
        if (port == -2) {
            return new MalformedUrl(
                    "the port " + QuotedInput.of(in.substring(colon + 1, end)) + " is not a number from 0 to 65535");
        }
        if (port >= 0 && port != WebUrl.defaultPort(out, schemeEnd)) {
            out.append(':').append(port);
        }
        pathStart = out.length();
        return pathStart(end);
    }

    /** Returns the first colon outside of brackets, or the end. */
    private int portColon(int p, int end) {
        boolean inside = false;
        for (int i = p; i < end; i++) {
            char c = in.charAt(i);
            if (c == ':' && !inside) {
                return i;
            }
            inside = c == '[' || (inside && c != ']');
        }
        return end;
    }

    /** Returns the port, -1 if there is none, -2 if it is malformed. */
    private int port(int p, int end) {
        int port = -1;
        for (int i = p; i < end; i++) {
            int digit = in.charAt(i) - '0';
            port = Math.max(port, 0) * 10 + digit;
            if (digit < 0 || digit > 9 || port > 65535) {
                return -2;
            }
        }
        return port;
    }

    private Resolution pathStart(int p) {
        if (isSlash(at(p))) {
            return path(p + 1);
        }
        return special || (p < in.length() && at(p) != '?' && at(p) != '#') ? path(p) : pathEnd(p);
    }

    /** Appends segments, each with a slash before it, to a path that may have some. */
    private Resolution path(int from) {
        int p = from;
        boolean more = true;
        while (more) {
            int end = endOfSegment(p);
            more = isSlash(at(end));
            int dots = dots(p, end);
            if (dots == 2) {
                shorten();
            }
            if (dots == 0) {
                boolean drive = file && out.length() == pathStart && end - p == 2 && isDrive(p);
                out.append('/');
                PercentCoding.encode(out, EncodeSet.PATH, in, p, end);
                if (drive) {
                    out.setCharAt(out.length() - 1, ':');
                }
            } else if (!more) {
                out.append('/');
            }
            p = more ? end + 1 : end;
        }
        if (hostStart < 0 && out.length() > pathStart + 1 && out.charAt(pathStart + 1) == '/') {
            // Without a host, a path that begins with two slashes would be read as a host.
            out.insert(pathStart, "/.");
            pathStart += 2;
        }
        return pathEnd(p);
    }

    /** Returns 1 for a single-dot segment, 2 for a double-dot segment, 0 for any other; {@code %2e} counts as a dot. */
    private int dots(int from, int to) {
        if (to - from > 6) {
            return 0;
        }
        int dots = 0;
        for (int i = from; i < to; dots++) {
            if (in.charAt(i) == '.') {
                i++;
            } else if (in.regionMatches(true, i, "%2e", 0, 3) && i + 3 <= to) {
                i += 3;
            } else {
                return 0;
            }
        }
        return dots <= 2 ? dots : 0;
    }

    /** Removes the last segment, except for a single drive letter of a file URL. */
    private void shorten() {
        int length = out.length();
        boolean drive =
                file && length - pathStart == 3 && isLetter(out.charAt(length - 2)) && out.charAt(length - 1) == ':';
        if (length > pathStart && !drive) {
            int slash = length - 1;
            while (out.charAt(slash) != '/') {
                slash--;
            }
            out.setLength(slash);
        }
    }

    private Resolution opaquePath(int p) {
        int end = p;
        while (end < in.length() && in.charAt(end) != '?' && in.charAt(end) != '#') {
            end++;
        }
        // A space at the end of the path is encoded, so that it is not stripped when the URL is parsed again.
        boolean space = end > p && end < in.length() && in.charAt(end - 1) == ' ';
        PercentCoding.encode(out, EncodeSet.CONTROLS, in, p, space ? end - 1 : end);
        out.append(space ? "%20" : "");
        return pathEnd(end);
    }

    private Resolution pathEnd(int p) {
        int queryStart = out.length();
        int end = p;
        if (at(p) == '?') {
            end = in.indexOf('#', p);
            end = end < 0 ? in.length() : end;
            out.append('?');
            PercentCoding.encode(out, special ? EncodeSet.SPECIAL_QUERY : EncodeSet.QUERY, in, p + 1, end);
        }
        return fragment(end, queryStart);
    }

    private Resolution fragment(int p, int queryStart) {
        int fragmentStart = out.length();
        if (at(p) == '#') {
            out.append('#');
            PercentCoding.encode(out, EncodeSet.FRAGMENT, in, p + 1, in.length());
        }
        return new WebUrl(out.toString(), schemeEnd, hostStart, hostEnd, pathStart, queryStart, fragmentStart);
    }

    private int skipSlashes(int from) {
        int p = from;
        while (isSlash(at(p))) {
            p++;
        }
        return p;
    }

    /** Returns the next slash, question mark or number sign, or the end. */
    private int endOfSegment(int from) {
        int p = from;
        while (p < in.length() && !isSlash(in.charAt(p)) && in.charAt(p) != '?' && in.charAt(p) != '#') {
            p++;
        }
        return p;
    }

    private boolean startsWithDrive(int p) {
        return p + 1 < in.length() && isDrive(p) && (p + 2 == in.length() || "/\\?#".indexOf(in.charAt(p + 2)) >= 0);
    }

    private boolean isDrive(int p) {
        return isLetter(at(p)) && (at(p + 1) == ':' || at(p + 1) == '|');
    }

    private boolean isSlash(char c) {
        return c == '/' || (c == '\\' && special);
    }

    private static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 128;
    }

    /** Returns the code unit at an index, or NUL at the end. */
    private char at(int p) {
        return p < in.length() ? in.charAt(p) : 0;
    }
}
