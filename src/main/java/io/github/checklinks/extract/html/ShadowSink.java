// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.attribute.LinkAttributes;

/**
 * A sink that forwards the links and maps of a shadow tree to its page. Its ids are no anchors, because fragments are looked up in the
 * document tree only (HTML §7.4.6.4), and its bases are not part of the document.
 */
final class ShadowSink implements LinkSink {

    private final LinkSink page;

    ShadowSink(LinkSink page) {
        this.page = page;
    }

    @Override
    public void start(byte[] text, int length) {}

    @Override
    public void base(byte[] utf8, int from, int to) {}

    @Override
    public void openBase(byte[] utf8, int from, int to) {
        page.openBase(utf8, from, to);
    }

    @Override
    public void closeBase() {
        page.closeBase();
    }

    @Override
    public void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset) {
        boolean ofTree = from < to && utf8[from] == '#' && LinkAttributes.isOfSameTree(linkAttribute);
        if (!ofTree) {
            page.link(linkAttribute, muted, utf8, from, to, offset);
        }
    }

    @Override
    public void anchor(byte[] utf8, int from, int to) {}

    @Override
    public void map(byte[] utf8, int from, int to) {
        page.map(utf8, from, to);
    }
}
