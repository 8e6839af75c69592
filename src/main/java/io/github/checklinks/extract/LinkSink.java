// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import io.github.checklinks.url.QueryEncoding;

/**
 * A receiver of the links, anchors and bases of a document, in document order. All ranges are UTF-8 and only valid during the call;
 * offsets count bytes in the text passed to {@link #start}.
 */
public interface LinkSink {

    /** A sink that ignores everything. */
    LinkSink NONE = new LinkSink() {
        @Override
        public void start(byte[] text, int length) {}

        @Override
        public void base(byte[] utf8, int from, int to) {}

        @Override
        public void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset) {}

        @Override
        public void anchor(byte[] utf8, int from, int to) {}

        @Override
        public void map(byte[] utf8, int from, int to) {}
    };

    /**
     * Starts a document. Called before any other method. If it is called again, everything received before must be discarded: the document
     * turned out to have another charset.
     *
     * @param text a buffer with the document as UTF-8, without byte order mark; bytes that are not valid UTF-8 are irrelevant. It does not
     *     change until the document has been read
     * @param length the number of bytes of the document
     */
    void start(byte[] text, int length);

    /**
     * Sets the encoding of the queries of the document's links. Called after {@link #start}, and only if that encoding is not UTF-8.
     */
    default void queries(QueryEncoding encoding) {}

    /** Returns whether the encoding of queries matters: a link since {@link #start} has a non-ASCII character in its query. */
    default boolean hasQueryBeyondAscii() {
        return false;
    }

    /**
     * Enters or leaves a document nested in {@code iframe[srcdoc]}, whose queries are in UTF-8 whatever the outer document's encoding.
     *
     * @param begins whether the nested document begins; false if it ends
     */
    default void nested(boolean begins) {}

    /** Receives the first {@code base[href]}, as written. It may follow links, to which it applies nevertheless (HTML §4.2.3). */
    void base(byte[] utf8, int from, int to);

    /**
     * Replaces the base of the links up to the matching {@link #closeBase}; it is itself resolved against the base it replaces. Used for a
     * document in {@code srcdoc} (HTML §2.4.3) and for {@code xml:base} in a feed (XML Base §3).
     */
    default void openBase(byte[] utf8, int from, int to) {}

    /** Ends the scope of the base that was opened last. */
    default void closeBase() {}

    /**
     * Receives a link.
     *
     * @param linkAttribute the element and attribute that hold it
     * @param muted whether {@code data-check-links="ignore"} or {@code data-proofer-ignore} on the element or an ancestor suppresses it, or
     *     an excluded selector matches
     * @param utf8 the buffer with the attribute's value after HTML parsing (of {@code srcset} and refresh only the URL part)
     * @param from the start of the value
     * @param to the end of the value, exclusive
     * @param offset the start of its start tag in the text of {@link #start}; of the token in a style sheet
     */
    void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset);

    /**
     * Receives an anchor: the {@code id} of any element or the {@code name} of an {@code a}, after HTML parsing. Anchors in ignored elements
     * count as well.
     */
    void anchor(byte[] utf8, int from, int to);

    /** Receives the {@code name} or the {@code id} of a {@code map}. */
    void map(byte[] utf8, int from, int to);
}
