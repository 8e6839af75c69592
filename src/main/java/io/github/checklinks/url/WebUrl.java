// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import org.jspecify.annotations.Nullable;

/**
 * An absolute URL as a browser sees it: parsed, resolved and serialised according to the WHATWG URL standard.
 * Immutable; stored as its serialised text and the offsets of its components. Two are equal if their texts are.
 */
public final class WebUrl implements Resolution {

    private final String href;
    private final int schemeEnd;
    private final int hostStart;
    private final int hostEnd;
    private final int pathStart;
    private final int queryStart;
    private final int fragmentStart;

    /**
     * Creates a URL from its serialised text.
     *
     * @param schemeEnd the index of the first colon
     * @param hostStart the index of the host, negative if there is none; the path of such a URL is opaque unless it
     *     begins with a slash
     * @param queryStart the index of the question mark, or {@code fragmentStart} if there is none
     * @param fragmentStart the index of the number sign, or the length if there is none
     */
    WebUrl(String href, int schemeEnd, int hostStart, int hostEnd, int pathStart, int queryStart, int fragmentStart) {
        this.href = href;
        this.schemeEnd = schemeEnd;
        this.hostStart = hostStart;
        this.hostEnd = hostEnd;
        this.pathStart = pathStart;
        this.queryStart = queryStart;
        this.fragmentStart = fragmentStart;
    }

    /**
     * Parses an absolute URL; leading and trailing spaces and controls, and tabs and line ends inside, are removed as
     * the standard says.
     */
    public static Resolution parse(String text) {
        WebUrl plain = FastUrlParser.parse(text);
        return plain != null ? plain : UrlParser.parse(text, null);
    }

    /**
     * Parses a serialised URL.
     *
     * @throws IllegalStateException if it does not parse, which is an error of the caller
     */
    public static WebUrl ofSerialised(String href) {
        if (parse(href) instanceof WebUrl url) {
            return url;
        }
        throw new IllegalStateException("a serialised URL does not parse: " + href);
    }

    /** Resolves a reference against this URL (WHATWG URL, "basic URL parser" with a base). An empty reference is this URL without its fragment. */
    public Resolution resolve(String reference) {
        WebUrl plain = isHttp() ? FastUrlParser.resolve(this, reference) : null;
        if (plain == null) {
            plain = FastUrlParser.parse(reference);
        }
        return plain != null ? plain : UrlParser.parse(reference, this);
    }

    /** Returns the scheme in lower case, without the colon. */
    public String scheme() {
        return href.substring(0, schemeEnd);
    }

    /** Returns whether the scheme is http or https. */
    public boolean isHttp() {
        return (schemeEnd == 4 || (schemeEnd == 5 && href.charAt(4) == 's')) && href.startsWith("http");
    }

    /** Returns the serialised host: punycode, IPv4 in four decimals, IPv6 in brackets; null if the URL has none. */
    public @Nullable String host() {
        return hostStart < 0 ? null : href.substring(hostStart, hostEnd);
    }

    /** Returns the port; the scheme's default if none is written (80, 443), -1 if the scheme has none. */
    public int port() {
        boolean written = hostStart >= 0 && hostEnd < pathStart;
        return written ? Integer.parseInt(href, hostEnd + 1, pathStart, 10) : defaultPort(href, schemeEnd);
    }

    /**
     * Returns {@code scheme://host[:port]}, without userinfo, for http and https; for any other scheme the string
     * {@code null}, as the standard serialises an opaque origin.
     */
    public String origin() {
        if (!isHttp()) {
            return "null";
        }
        return hostStart == schemeEnd + 3
                ? href.substring(0, pathStart)
                : href.substring(0, schemeEnd + 3).concat(href.substring(hostStart, pathStart));
    }

    /** Returns the serialised path, beginning with a slash for http and https. */
    public String path() {
        return href.substring(pathStart, queryStart);
    }

    /** Returns the query without its question mark; null if there is none. */
    public @Nullable String query() {
        return queryStart == fragmentStart ? null : href.substring(queryStart + 1, fragmentStart);
    }

    /** Returns the fragment, percent-encoded, without its {@code #}; null if there is none. */
    public @Nullable String fragment() {
        return fragmentStart == href.length() ? null : href.substring(fragmentStart + 1);
    }

    /**
     * Returns the serialised {@code user:password}, or {@code user} alone if there is no password; null if there is
     * none. A secret: must never be output.
     */
    public @Nullable String userinfo() {
        return hostStart <= schemeEnd + 3 ? null : href.substring(schemeEnd + 3, hostStart - 1);
    }

    /** Returns the serialised URL, with fragment and userinfo. */
    public String href() {
        return href;
    }

    /** Returns this URL without its fragment; this object if it has none. */
    public WebUrl withoutFragment() {
        if (fragmentStart == href.length()) {
            return this;
        }
        return new WebUrl(
                href.substring(0, fragmentStart), schemeEnd, hostStart, hostEnd, pathStart, queryStart, fragmentStart);
    }

    /** Returns the serialised URL with its fragment, any userinfo replaced by {@code ***}: safe for output. */
    public String redacted() {
        return hostStart <= schemeEnd + 3
                ? href
                : href.substring(0, schemeEnd + 3) + "***@" + href.substring(hostStart);
    }

    int schemeEnd() {
        return schemeEnd;
    }

    int hostStart() {
        return hostStart;
    }

    int hostEnd() {
        return hostEnd;
    }

    int pathStart() {
        return pathStart;
    }

    int queryStart() {
        return queryStart;
    }

    int fragmentStart() {
        return fragmentStart;
    }

    /**
     * Returns whether the path is opaque, as that of {@code mailto:} and {@code data:}: only a fragment can be resolved
     * against such a URL.
     */
    boolean isOpaque() {
        return hostStart < 0 && (pathStart == queryStart || href.charAt(pathStart) != '/');
    }

    /** Returns whether the standard calls a scheme special. */
    static boolean isSpecial(String scheme) {
        return switch (scheme) {
            case "http", "https", "ws", "wss", "ftp", "file" -> true;
            default -> false;
        };
    }

    /** Returns the default port of the scheme at the beginning of a text, or -1. */
    static int defaultPort(CharSequence text, int schemeEnd) {
        return switch (text.subSequence(0, schemeEnd).toString()) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            case "ftp" -> 21;
            default -> -1;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WebUrl that && href.equals(that.href);
    }

    @Override
    public int hashCode() {
        return href.hashCode();
    }

    @Override
    public String toString() {
        return redacted();
    }
}
