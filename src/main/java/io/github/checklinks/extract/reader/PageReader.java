// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.reader;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.charset.Decoding;
import io.github.checklinks.extract.css.CssExtractor;
import io.github.checklinks.extract.html.DomExtractor;
import io.github.checklinks.extract.html.HtmlScanner;
import io.github.checklinks.extract.xml.XmlExtractor;
import io.github.checklinks.url.QueryEncoding;
import org.jspecify.annotations.Nullable;

/** Reads documents for their links and anchors. Keeps its buffers from page to page: one for each thread. */
public final class PageReader {

    private final HtmlScanner scanner;
    private final @Nullable DomExtractor tree;
    private final Decoding decoding = new Decoding();
    private final CssExtractor css = new CssExtractor();
    private final XmlExtractor xml = new XmlExtractor();

    /** A reader that looks in these places. */
    public PageReader(LinkAttributes linkAttributes) {
        scanner = new HtmlScanner(linkAttributes, 0);
        tree = linkAttributes.excludeSelectors().isEmpty() ? null : new DomExtractor(linkAttributes);
    }

    /**
     * Reads a document and tells the sink what it holds. A page is read as if it were in UTF-8 until that turns out to be wrong; then the sink
     * hears all once more. Never throws for what a document says; time and memory grow with its length only.
     *
     * @param bytes the buffer that holds it, undecoded
     * @param length the bytes that count
     * @param charset the charset of the HTTP header; null when there was none
     */
    public void read(byte[] bytes, int length, DocumentType documentType, @Nullable String charset, LinkSink sink) {
        boolean isUtf8 = charset != null && charset.strip().equalsIgnoreCase("UTF-8");
        int endOfMetas = length;
        boolean isRead = tree == null
                && documentType == DocumentType.HTML
                && (charset == null || isUtf8)
                && Decoding.hasAscii(bytes, length);
        if (isRead) {
            sink.start(bytes, length);
            scanner.scan(bytes, length, documentType, sink);
            if (scanner.isToldInAscii() && (isUtf8 || scanner.saysUtf8())) {
                return;
            }
            endOfMetas = scanner.endOfMetas();
        }
        decoding.decode(bytes, length, documentType, charset, endOfMetas);
        byte[] text = decoding.text();
        int end = decoding.length();
        if (!isRead || text != bytes || end != length) {
            read(text, end, documentType, decoding.queries(), sink);
        }
        if (sink.hasQueryBeyondAscii()) {
            // What is ASCII in every encoding was read without knowing which it is; character references are not ASCII.
            QueryEncoding queries = decoding.queriesOfPlain(documentType, endOfMetas);
            if (queries != null) {
                read(text, end, documentType, queries, sink);
            }
        }
        decoding.release();
    }

    private void read(byte[] text, int end, DocumentType documentType, @Nullable QueryEncoding queries, LinkSink sink) {
        sink.start(text, end);
        if (queries != null && (documentType.isPage() || documentType == DocumentType.SVG)) {
            // Others have no documents to take an encoding from: style sheets (CSS Values 4 §4.5.4), feeds, manifests.
            sink.queries(queries);
        }
        switch (documentType) {
            case HTML, XHTML, SVG -> {
                if (tree == null || !DomExtractor.takes(text, end)) {
                    scanner.scan(text, end, documentType, sink);
                } else {
                    tree.scan(text, end, documentType, sink);
                }
            }
            case CSS -> css.read(text, 0, end, LinkAttributes.CSS, false, -1, sink);
            case XML -> xml.read(text, end, sink);
            case MANIFEST -> ManifestExtractor.read(text, end, sink);
        }
    }
}
