package io.github.checklinks.extract;

import org.jspecify.annotations.Nullable;

/** Reads documents for their links and anchors. Keeps its buffers from page to page: one for each thread. */
public final class PageReader {

    /** A reader that looks in these places. */
    public PageReader(Places places) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a document and tells the sink what it holds. Never throws for what a document says; time and memory grow with its length only.
     *
     * @param bytes the buffer that holds it, undecoded
     * @param length the bytes that count
     * @param charset the charset of the HTTP header; null when there was none
     */
    public void read(byte[] bytes, int length, Language language, @Nullable String charset, LinkSink sink) {
        throw new UnsupportedOperationException();
    }
}
