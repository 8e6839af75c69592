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

/** A reader of documents that reports their links and anchors. Not thread-safe: it reuses its buffers, so each thread needs its own. */
public final class PageReader {

    private final HtmlScanner scanner;
    private final @Nullable DomExtractor tree;
    private final Decoding decoding = new Decoding();
    private final CssExtractor css = new CssExtractor();
    private final XmlExtractor xml = new XmlExtractor();

    /** Creates a reader of the given link attributes. */
    public PageReader(LinkAttributes linkAttributes) {
        scanner = new HtmlScanner(linkAttributes, 0);
        tree = linkAttributes.excludeSelectors().isEmpty() ? null : new DomExtractor(linkAttributes);
    }

    /**
     * Reads a document and reports its content to a sink. A page is read as UTF-8 until that proves wrong; then the sink is restarted and
     * receives everything again. Never throws whatever the document contains; time and memory are linear in its length.
     *
     * @param bytes the buffer that holds the document, undecoded
     * @param length the number of bytes of the document
     * @param charset the charset of the HTTP header; null if there was none
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
            if (scanner.isReportedInAscii() && (isUtf8 || scanner.declaresUtf8())) {
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
            // An ASCII document was read without determining its encoding, but its character references may not be
            // ASCII.
            QueryEncoding queries = decoding.queriesOfAscii(documentType, endOfMetas);
            if (queries != null) {
                read(text, end, documentType, queries, sink);
            }
        }
        decoding.release();
    }

    private void read(byte[] text, int end, DocumentType documentType, @Nullable QueryEncoding queries, LinkSink sink) {
        sink.start(text, end);
        if (queries != null && (documentType.isPage() || documentType == DocumentType.SVG)) {
            // Not in style sheets (CSS Values 4 §4.5.4), feeds and manifests, whose URLs have no document to take an
            // encoding from.
            sink.queries(queries);
        }
        switch (documentType) {
            case HTML, XHTML, SVG -> {
                if (tree == null || !DomExtractor.accepts(text, end)) {
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
