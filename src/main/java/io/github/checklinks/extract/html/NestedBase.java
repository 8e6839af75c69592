// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkSink;
import java.util.Arrays;

/** A sink that records the {@code base} of a document in {@code srcdoc}, which must be known before the links that precede it. */
final class NestedBase implements LinkSink {

    private byte[] href = {};
    private boolean found;

    /** Returns whether a document may have a {@code base}. */
    static boolean mayBeIn(byte[] utf8) {
        for (int i = Bytes.find(utf8, 0, utf8.length, '<');
                i < utf8.length;
                i = Bytes.find(utf8, i + 1, utf8.length, '<')) {
            if (Bytes.startsWith(utf8, i, utf8.length, "<base")) {
                return true;
            }
        }
        return false;
    }

    boolean isFound() {
        return found;
    }

    /** Returns the value of the {@code base}; empty if there is none. */
    byte[] href() {
        return href;
    }

    @Override
    public void start(byte[] text, int length) {}

    @Override
    public void base(byte[] utf8, int from, int to) {
        href = Arrays.copyOfRange(utf8, from, to);
        found = true;
    }

    @Override
    public void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset) {}

    @Override
    public void anchor(byte[] utf8, int from, int to) {}

    @Override
    public void map(byte[] utf8, int from, int to) {}
}
