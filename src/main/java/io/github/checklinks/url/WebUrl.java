// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import org.jspecify.annotations.Nullable;

/**
 * An absolute URL as a browser sees it: parsed, resolved and serialised after the WHATWG URL standard. Immutable; kept as its
 * serialised text and the places where its components begin. Two are equal when their texts are.
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
     * Takes a text that is serialised already.
     *
     * @param schemeEnd the index of the first colon
     * @param hostStart the index of the host, negative when there is none; the path of such a URL is opaque unless it begins with a slash
     * @param queryStart the index of the question mark, or {@code fragmentStart} when there is none
     * @param fragmentStart the index of the number sign, or the length when there is none
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

    /** Parses an absolute URL; leading and trailing spaces and controls, and tabs and line ends inside, are dropped as the standard says. */
    public static Resolution parse(String text) {
        WebUrl plain = FastUrlParser.parse(text);
        return plain != null ? plain : UrlParser.parse(text, null);
    }

    /**
     * Parses a URL that was serialised before.
     *
     * @throws IllegalStateException when it does not parse, which is a fault of the caller
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

    /** The scheme in lower case, without the colon. */
    public String scheme() {
        return href.substring(0, schemeEnd);
    }

    /** Whether the scheme is http or https. */
    public boolean isHttp() {
        return (schemeEnd == 4 || (schemeEnd == 5 && href.charAt(4) == 's')) && href.startsWith("http");
    }

    /** The host as serialised: punycode, IPv4 in four decimals, IPv6 in brackets; null when the URL has none. */
    public @Nullable String host() {
        return hostStart < 0 ? null : href.substring(hostStart, hostEnd);
    }

    /** The port; the scheme's own when none is written (80, 443), -1 when the scheme has none. */
    public int port() {
        boolean written = hostStart >= 0 && hostEnd < pathStart;
        return written ? Integer.parseInt(href, hostEnd + 1, pathStart, 10) : defaultPort(href, schemeEnd);
    }

    /** {@code scheme://host[:port]}, without userinfo; for http and https only, of another scheme it is {@code null} in letters, as the standard serialises an opaque origin. */
    public String origin() {
        if (!isHttp()) {
            return "null";
        }
        return hostStart == schemeEnd + 3
                ? href.substring(0, pathStart)
                : href.substring(0, schemeEnd + 3).concat(href.substring(hostStart, pathStart));
    }

    /** The path as serialised, beginning with a slash for http and https. */
    public String path() {
        return href.substring(pathStart, queryStart);
    }

    /** The query without its question mark; null when there is none. */
    public @Nullable String query() {
        return queryStart == fragmentStart ? null : href.substring(queryStart + 1, fragmentStart);
    }

    /** The fragment, percent-encoded as serialised, without its {@code #}; null when there is none. */
    public @Nullable String fragment() {
        return fragmentStart == href.length() ? null : href.substring(fragmentStart + 1);
    }

    /** {@code user:password} as serialised, {@code user} alone when there is no password; null when there is none. A secret: never to be told. */
    public @Nullable String userinfo() {
        return hostStart <= schemeEnd + 3 ? null : href.substring(schemeEnd + 3, hostStart - 1);
    }

    /** The whole, serialised, with fragment and userinfo. */
    public String href() {
        return href;
    }

    /** The same URL without its fragment; this one when it has none. */
    public WebUrl withoutFragment() {
        if (fragmentStart == href.length()) {
            return this;
        }
        return new WebUrl(
                href.substring(0, fragmentStart), schemeEnd, hostStart, hostEnd, pathStart, queryStart, fragmentStart);
    }

    /** The whole, serialised with its fragment, any userinfo replaced by {@code ***}: fit to be told. */
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

    /** Whether the path is opaque, as that of {@code mailto:} and {@code data:}: such a URL is no base but for a fragment. */
    boolean isOpaque() {
        return hostStart < 0 && (pathStart == queryStart || href.charAt(pathStart) != '/');
    }

    /** Whether the standard calls a scheme special. */
    static boolean isSpecial(String scheme) {
        return switch (scheme) {
            case "http", "https", "ws", "wss", "ftp", "file" -> true;
            default -> false;
        };
    }

    /** The port that the scheme at the beginning of a text implies, or -1. */
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
