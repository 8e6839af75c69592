// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.url.QueryEncoding;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a reference, with its query in the encoding of its page. This applies to references in the document's
 * own markup only: a style sheet, even one in a page, has its queries in UTF-8 (CSS Values 4 §4.5.4, which parses a URL
 * without an encoding), and so has a document in a {@code srcdoc}.
 */
final class QueryBytes {

    private static final byte[] NOTHING = {};

    private @Nullable QueryEncoding encoding;
    private boolean isNested;
    private boolean isBeyondAscii;
    private byte[] text = NOTHING;
    private int from;
    private int to;

    /** Starts a page, in UTF-8 until another encoding is set, and releases the text of the previous page. */
    void start() {
        text = NOTHING;
        encoding = null;
        isNested = false;
        isBeyondAscii = false;
    }

    void use(QueryEncoding ofPage) {
        encoding = ofPage;
    }

    void setNested(boolean nested) {
        isNested = nested;
    }

    /** Returns whether the encoding matters for a reference of the page, but is not known. */
    boolean isBeyondAscii() {
        return isBeyondAscii && encoding == null;
    }

    /** Sets the reference, or the part of it before its fragment. */
    void read(LinkAttribute linkAttribute, byte[] utf8, int begin, int end) {
        text = utf8;
        from = begin;
        to = end;
        if (isQueryBeyondAscii(utf8, begin, end) && !isNested && !isStyle(linkAttribute)) {
            isBeyondAscii = true;
            encode(utf8, begin, end);
        }
    }

    private void encode(byte[] utf8, int begin, int end) {
        if (encoding != null) {
            String encoded = encoding.encode(new String(utf8, begin, end - begin, StandardCharsets.UTF_8));
            text = encoded.getBytes(StandardCharsets.UTF_8);
            from = 0;
            to = text.length;
        }
    }

    /** Returns the reference of a {@code base}, encoded like that of a link (HTML §4.2.3, "frozen base URL"). */
    String ofBase(String href) {
        if (isNested) {
            return href;
        }
        isBeyondAscii |= href.indexOf('?') >= 0;
        return encoding == null ? href : encoding.encode(href);
    }

    private static boolean isStyle(LinkAttribute linkAttribute) {
        return linkAttribute.attribute() == null || linkAttribute.attribute().equals("style");
    }

    private static boolean isQueryBeyondAscii(byte[] utf8, int begin, int end) {
        int at = begin;
        while (at < end && utf8[at] != '?') {
            at++;
        }
        while (at < end && utf8[at] >= 0) {
            at++;
        }
        return at < end;
    }

    byte[] text() {
        return text;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }
}
