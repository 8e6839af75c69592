package io.github.checklinks.crawl;

import java.util.List;
import java.util.stream.Collectors;

/** The cookies of one hop, handed back on the next (RFC 6265 §5.4, for a single visit: names and values only). */
final class Cookies {

    private Cookies() {}

    /** The {@code Cookie} header that answers some {@code Set-Cookie} headers. */
    static String header(List<String> setCookies) {
        return setCookies.stream()
                .map(cookie -> cookie.indexOf(';') < 0 ? cookie : cookie.substring(0, cookie.indexOf(';')))
                .map(String::strip)
                .filter(pair -> pair.indexOf('=') > 0)
                .collect(Collectors.joining("; "));
    }
}
