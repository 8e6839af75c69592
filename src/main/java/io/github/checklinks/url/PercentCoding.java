package io.github.checklinks.url;

/** Percent-decoding and -encoding (WHATWG URL §1.3). */
public final class PercentCoding {

    private PercentCoding() {}

    /** Decodes once, as UTF-8 without BOM handling; bytes that are no UTF-8 become U+FFFD, a malformed {@code %} stays as it is, {@code +} stays. */
    public static String decode(String text) {
        throw new UnsupportedOperationException();
    }

    /** Encodes a decoded file path (with {@code /} between its segments) so that parsing it as a URL path gives back the same path; {@code %}, {@code ?} and {@code #} are encoded too. */
    public static String encodePath(String path) {
        throw new UnsupportedOperationException();
    }
}
