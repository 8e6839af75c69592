// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.attribute.LinkAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the documents in {@code iframe[srcdoc]}. Their links are reported at the offset of the outer tag; their anchors are not
 * reported. The base of such a document is that of the enclosing page, against which its own base, if any, is resolved (HTML §2.4.3).
 */
final class NestedDocuments {

    /** The maximum depth of nested documents. */
    private static final int MAX_DEPTH = 4;

    private final LinkAttributes linkAttributes;
    private final int depth;
    private @Nullable HtmlScanner scanner;

    /** Creates a reader of the documents in a document at a nesting depth; 0 for that of a page. */
    NestedDocuments(LinkAttributes linkAttributes, int depth) {
        this.linkAttributes = linkAttributes;
        this.depth = depth;
    }

    /** Reports the links of a document as those of the tag at an offset. */
    void read(byte[] value, int from, int to, int offset, boolean outerMuted, LinkSink outer) {
        if (depth == MAX_DEPTH || outer instanceof NestedBase || outer.equals(LinkSink.NONE)) {
            return;
        }
        if (scanner == null) {
            scanner = new HtmlScanner(linkAttributes, depth + 1);
        }
        byte[] document = Arrays.copyOfRange(value, from, to);
        NestedBase base = new NestedBase();
        if (NestedBase.mayBeIn(document)) {
            scanner.scan(document, document.length, DocumentType.HTML, base);
        }
        outer.nested(true);
        if (base.isFound()) {
            outer.openBase(base.href(), 0, base.href().length);
        }
        scanner.scan(document, document.length, DocumentType.HTML, new Inner(outer, outerMuted, offset));
        if (base.isFound()) {
            outer.closeBase();
        }
        outer.nested(false);
    }

    /** A sink that forwards the links of a nested document as those of the enclosing tag. */
    private static final class Inner extends EnclosedSink {

        private final boolean outerMuted;
        private final int offset;

        Inner(LinkSink outer, boolean outerMuted, int offset) {
            super(outer);
            this.outerMuted = outerMuted;
            this.offset = offset;
        }

        @Override
        public void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int inner) {
            outer.link(linkAttribute, muted || outerMuted, utf8, from, to, offset);
        }
    }
}
