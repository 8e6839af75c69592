// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.LinkSink;

/** A sink of a tree inside a page, such as a document in {@code srcdoc}, whose own bases, ids and maps do not belong to the page. */
abstract class EnclosedSink implements LinkSink {

    final LinkSink outer;

    EnclosedSink(LinkSink outer) {
        this.outer = outer;
    }

    @Override
    public void start(byte[] text, int length) {}

    @Override
    public void base(byte[] utf8, int from, int to) {}

    @Override
    public void openBase(byte[] utf8, int from, int to) {
        outer.openBase(utf8, from, to);
    }

    @Override
    public void closeBase() {
        outer.closeBase();
    }

    @Override
    public void anchor(byte[] utf8, int from, int to) {}

    @Override
    public void map(byte[] utf8, int from, int to) {}
}
