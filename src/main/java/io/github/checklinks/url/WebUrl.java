package io.github.checklinks.url;

import org.jspecify.annotations.Nullable;

/** An absolute URL as a browser sees it: parsed, resolved and serialised after the WHATWG URL standard. Immutable. */
public final class WebUrl implements Resolution {

    private WebUrl() {}

    /** Parses an absolute URL; leading and trailing spaces and controls, and tabs and line ends inside, are dropped as the standard says. */
    public static Resolution parse(String text) {
        throw new UnsupportedOperationException();
    }

    /** Resolves a reference against this URL (WHATWG URL, "basic URL parser" with a base). An empty reference is this URL without its fragment. */
    public Resolution resolve(String reference) {
        throw new UnsupportedOperationException();
    }

    /** The scheme in lower case, without the colon. */
    public String scheme() {
        throw new UnsupportedOperationException();
    }

    /** Whether the scheme is http or https. */
    public boolean isHttp() {
        throw new UnsupportedOperationException();
    }

    /** The host as serialised: punycode, IPv4 in four decimals, IPv6 in brackets; null when the URL has none. */
    public @Nullable String host() {
        throw new UnsupportedOperationException();
    }

    /** The port; the scheme's own when none is written (80, 443), -1 when the scheme has none. */
    public int port() {
        throw new UnsupportedOperationException();
    }

    /** {@code scheme://host[:port]}, without userinfo; for http and https only. */
    public String origin() {
        throw new UnsupportedOperationException();
    }

    /** The path as serialised, beginning with a slash for http and https. */
    public String path() {
        throw new UnsupportedOperationException();
    }

    /** The query without its question mark; null when there is none. */
    public @Nullable String query() {
        throw new UnsupportedOperationException();
    }

    /** The fragment, percent-encoded as serialised, without its {@code #}; null when there is none. */
    public @Nullable String fragment() {
        throw new UnsupportedOperationException();
    }

    /** {@code user:password} as serialised, {@code user} alone when there is no password; null when there is none. A secret: never to be told. */
    public @Nullable String userinfo() {
        throw new UnsupportedOperationException();
    }

    /** The whole, serialised, with fragment and userinfo. */
    public String href() {
        throw new UnsupportedOperationException();
    }

    /** The same URL without its fragment; this one when it has none. */
    public WebUrl withoutFragment() {
        throw new UnsupportedOperationException();
    }

    /** The whole, serialised with its fragment, any userinfo replaced by {@code ***}: fit to be told. */
    public String redacted() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return redacted();
    }
}
