// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of the queries of a document's links, if it is not UTF-8: that of the document (WHATWG URL §4.4, query
 * state; HTML §2.4.2, "encoding-parse a URL"). The path and the fragment are always in UTF-8.
 */
public final class QueryEncoding {

    private final Charset charset;
    private final boolean isGbk;
    private @Nullable LegacyEncoder encoder;

    /**
     * Creates an encoding.
     *
     * @param charset Java's closest charset; neither UTF-8 nor UTF-16, for which UTF-8 is used (WHATWG Encoding §4.3,
     *     "get an output encoding")
     * @param isGbk whether it is GBK, which is decoded as GB18030 but encoded with two bytes per character only
     */
    public QueryEncoding(Charset charset, boolean isGbk) {
        this.charset = charset;
        this.isGbk = isGbk;
    }

    /**
     * Returns a reference with its query percent-encoded after encoding (WHATWG URL §1.3), which leaves the parser
     * nothing to encode there. Unchanged if the query is ASCII, or if the scheme uses UTF-8: it is not special, or
     * {@code ws} or {@code wss}.
     */
    public String encode(String reference) {
        int query = reference.indexOf('?');
        int fragment = reference.indexOf('#');
        int end = fragment < 0 ? reference.length() : fragment;
        if (query < 0 || query >= end || isAscii(reference, query, end) || isOfOtherScheme(reference)) {
            return reference;
        }
        if (encoder == null) {
            encoder = LegacyEncoder.of(charset, isGbk);
        }
        StringBuilder out = new StringBuilder(reference.length() + 32).append(reference, 0, query + 1);
        encoder.start(out);
        for (int i = query + 1; i < end; ) {
            int codePoint = reference.codePointAt(i);
            i += Character.charCount(codePoint);
            // The parser removes these before the encoder runs.
            if (codePoint != '\t' && codePoint != '\n' && codePoint != '\r') {
                boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
                encoder.append(half ? 0xFFFD : codePoint);
            }
        }
        encoder.end();
        return out.append(reference, end, reference.length()).toString();
    }

    private static boolean isAscii(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether a reference has a scheme whose queries are in UTF-8. Without a scheme it has that of its page,
     * which is http, https or file.
     */
    private static boolean isOfOtherScheme(String reference) {
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (c == ':' && scheme.length() > 0) {
                String name = scheme.toString().toLowerCase(Locale.ROOT);
                return !WebUrl.isSpecial(name) || name.startsWith("ws");
            }
            if (letter || scheme.length() > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.')) {
                scheme.append(c);
            } else if (c > ' ' || c == ' ' && scheme.length() > 0) {
                return false;
            }
        }
        return false;
    }
}
