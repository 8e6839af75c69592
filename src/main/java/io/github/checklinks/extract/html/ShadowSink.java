// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.attribute.LinkAttributes;

/**
 * A sink that forwards the links and maps of a shadow tree to its page. Its ids are no anchors, because fragments are looked up in the
 * document tree only (HTML §7.4.6.4), and its bases are not part of the document.
 */
final class ShadowSink extends EnclosedSink {

    ShadowSink(LinkSink page) {
        super(page);
    }

    @Override
    public void nested(boolean begins) {
        outer.nested(begins);
    }

    @Override
    public void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset) {
        boolean ofTree = from < to && utf8[from] == '#' && LinkAttributes.isOfSameTree(linkAttribute);
        if (!ofTree) {
            outer.link(linkAttribute, muted, utf8, from, to, offset);
        }
    }

    @Override
    public void map(byte[] utf8, int from, int to) {
        outer.map(utf8, from, to);
    }
}
