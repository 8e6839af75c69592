// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

/**
 * Redacts user names and passwords in output: {@code https://user:secret@host/} becomes {@code https://***@host/}. The
 * authority is found as by a browser (WHATWG URL, authority state): any run of slashes and backslashes begins it after
 * {@code http:} and similar schemes, and the last {@code @} in it ends the userinfo.
 */
public final class Redaction {

    private static final String MASK = "***";
    private static final WebUrl BASE = (WebUrl) WebUrl.parse("https://site.invalid/");

    private Redaction() {}

    /** Redacts a single URL or reference, as written or resolved; white space does not end it. */
    public static String url(String text) {
        return text.indexOf('@') < 0 ? text : redact(text, false);
    }

    /** Redacts the URLs in a sentence; white space, quotation marks and angle brackets end a URL. */
    public static String prose(String text) {
        return text.indexOf('@') < 0 ? text : redact(text, true);
    }

    /**
     * Redacts in an output text what the author of a reference without slashes meant as userinfo: in {@code
     * https:user:secret@host} a browser sees a path, which then occurs in the URL and in sentences about it.
     *
     * @param reference the reference as written
     * @param text the output text that may contain it
     */
    public static String userinfoWithoutSlashes(String reference, String text) {
        int start = reference.indexOf('@') < 0 ? -1 : authority(reference, 0);
        if (start < 1 || isSlash(reference.charAt(start - 1))) {
            return text;
        }
        int at = lastAt(reference, start, endOfAuthority(reference, start, false));
        if (at <= start || !(BASE.resolve("https:" + reference.substring(start, at)) instanceof WebUrl path)) {
            return text;
        }
        String encoded = path.path().substring(1);
        return text.replace(encoded + '@', MASK + '@').replace(PercentCoding.decode(encoded) + '@', MASK + '@');
    }

    private static String redact(String text, boolean prose) {
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        int from = 0;
        for (int start = authority(text, from); start >= 0; start = authority(text, from)) {
            int end = endOfAuthority(text, start, prose);
            int at = lastAt(text, start, end);
            if (at > start && !isPlaceholder(text, start, at, end)) {
                out.append(text, copied, start).append(MASK);
                copied = at;
                from = end;
            } else {
                from = Math.max(start, beforeSlashes(text, at > start ? at : start, end));
            }
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    /**
     * Returns whether a userinfo is no secret: a name in angle brackets, as manuals write {@code https://<user>@host/},
     * or an unresolved placeholder for a host, {@code https://@host@/}.
     */
    private static boolean isPlaceholder(String text, int from, int at, int end) {
        if (text.charAt(from) == '@') {
            return at == text.indexOf('@', from + 1) && (at + 1 == end || text.charAt(at + 1) == ':');
        }
        return text.charAt(from) == '<' && at - 1 > from && firstOf(text, '>', from, at) == at - 1;
    }

    /**
     * Returns where to continue after an authority without userinfo: at the colon that may precede the slashes which
     * end it.
     */
    private static int beforeSlashes(String text, int from, int to) {
        int at = to;
        while (at > from && isDropped(text.charAt(at - 1))) {
            at--;
        }
        return at > from && text.charAt(at - 1) == ':' ? at - 1 : to;
    }

    /**
     * Returns the index of the last {@code @} of a range; -1 if there is none. Does not look outside of the range,
     * since a text may have as many ranges as characters.
     */
    private static int lastAt(String text, int from, int to) {
        int at = to - 1;
        while (at >= from && text.charAt(at) != '@') {
            at--;
        }
        return at < from ? -1 : at;
    }

    /** Returns the first index of a character in a range; its end if there is none. */
    private static int firstOf(String text, char wanted, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) != wanted) {
            at++;
        }
        return at;
    }

    /** Returns where the next authority begins, after its slashes; -1 if there is none. */
    private static int authority(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                int start = afterSlashes(text, i + 1);
                if (slashes(text, i + 1, start) >= slashesNeeded(text, i) && start < text.length()) {
                    return start;
                }
            } else if (isSlash(c) && beginsReference(text, i)) {
                int start = afterSlashes(text, i);
                if (slashes(text, i, start) >= 2) {
                    return start;
                }
            }
        }
        return -1;
    }

    /**
     * Returns the number of slashes before an authority: {@code http:a@b} has one even without slashes; a {@code file:}
     * URL never has a userinfo; other schemes need two slashes.
     */
    private static int slashesNeeded(String text, int colon) {
        StringBuilder scheme = new StringBuilder();
        for (int i = colon - 1; i >= 0 && scheme.length() <= 5; i--) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                scheme.insert(0, Character.toLowerCase(c));
            } else if (!isDropped(c)) {
                break;
            }
        }
        return switch (scheme.toString()) {
            case "http", "https", "ws", "wss", "ftp" -> 0;
            case "file" -> Integer.MAX_VALUE;
            default -> 2;
        };
    }

    /**
     * Returns whether {@code //host} could begin here: at the start, or where a reference inside another one or in a
     * sentence would.
     */
    private static boolean beginsReference(String text, int i) {
        if (i > 0 && "\"'(=<>,".indexOf(text.charAt(i - 1)) >= 0) {
            return true;
        }
        return i == 0 || text.charAt(i - 1) <= ' ';
    }

    private static int afterSlashes(String text, int from) {
        int i = from;
        while (i < text.length() && (isSlash(text.charAt(i)) || isDropped(text.charAt(i)))) {
            i++;
        }
        return i;
    }

    private static int slashes(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (isSlash(text.charAt(i))) {
                count++;
            }
        }
        return count;
    }

    private static int endOfAuthority(String text, int start, boolean prose) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSlash(c) || c == '?' || c == '#') {
                return i;
            }
            if (prose && (c <= ' ' || c == '"' || c == '<' || c == '>')) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    /** Returns whether a browser removes a character wherever it occurs in a URL. */
    private static boolean isDropped(char c) {
        return c == '\t' || c == '\n' || c == '\r';
    }
}
