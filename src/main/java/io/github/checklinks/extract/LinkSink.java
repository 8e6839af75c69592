// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import io.github.checklinks.url.QueryEncoding;

/**
 * Hears what a page holds, in document order. All ranges are UTF-8 and only valid during the call; offsets count bytes in the
 * text given to {@link #start}.
 */
public interface LinkSink {

    /** Ignores everything. */
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
     * A page begins: its text as UTF-8, without byte order mark; bytes that are not are of no account. Called before anything else. When it
     * is called once more, what was heard before does not count: the charset turned out to be another one.
     *
     * @param text the buffer; its content stays the same until the reading ends
     * @param length the bytes that count
     */
    void start(byte[] text, int length);

    /**
     * The document is in an encoding in which its links have their queries. Called after {@link #start}, and only when that encoding is not
     * UTF-8.
     */
    default void queries(QueryEncoding encoding) {}

    /** Whether the encoding of queries matters: a link since {@link #start} has a character beyond ASCII in its query. */
    default boolean hasQueryBeyondAscii() {
        return false;
    }

    /** A document in the document begins or ends, in {@code iframe[srcdoc]}: it is in UTF-8 by itself. */
    default void nested(boolean begins) {}

    /** The first {@code base[href]}, as written. It may come after links, which it governs all the same (HTML §4.2.3). */
    void base(byte[] utf8, int from, int to);

    /**
     * A base that governs the links up to its {@link #closeBase} instead, itself resolved against the one that did so far: that of a document
     * in {@code srcdoc} (HTML §2.4.3), or an {@code xml:base} of a feed (XML Base §3).
     */
    default void openBase(byte[] utf8, int from, int to) {}

    /** The part that the base opened last governs ends. */
    default void closeBase() {}

    /**
     * A link.
     *
     * @param place where it stands
     * @param muted whether {@code data-check-links="ignore"} or {@code data-proofer-ignore} on the element or an ancestor mutes it, or an excluded selector matches
     * @param utf8 the buffer with the attribute's value after HTML parsing (of {@code srcset} and refresh only the URL part)
     * @param from where the value begins
     * @param to where it ends
     * @param offset where its start tag begins in the text of {@link #start}; the token in a style sheet
     */
    void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset);

    /** An anchor: the {@code id} of any element or the {@code name} of an {@code a}, after HTML parsing. Muting does not touch anchors. */
    void anchor(byte[] utf8, int from, int to);

    /** The {@code name} or the {@code id} of a {@code map}. */
    void map(byte[] utf8, int from, int to);
}
