// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.model.Position;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Encodes stored links: attribute, pre-verdict, target, line, column and text of each, as variable-length numbers and
 * UTF-8.
 */
public final class LinkCodec {

    /** The maximum size of a link without its text: five numbers of at most five bytes, and the pre-verdict. */
    static final int MAX_SIZE_WITHOUT_TEXT = 26;

    private LinkCodec() {}

    /** Encodes links into a growing buffer. */
    public static final class Writer {
        private byte[] buffer = new byte[1 << 14];
        private int used;

        public void clear() {
            used = 0;
        }

        public void write(
                int attribute, int linkState, int target, int line, int column, byte[] text, int from, int length) {
            if (buffer.length - used < length + MAX_SIZE_WITHOUT_TEXT) {
                buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, used + length + MAX_SIZE_WITHOUT_TEXT));
            }
            number(attribute);
            buffer[used++] = (byte) linkState;
            number(target + 1);
            number(line);
            number(column);
            number(length);
            System.arraycopy(text, from, buffer, used, length);
            used += length;
        }

        private void number(int value) {
            int rest = value;
            while ((rest & ~127) != 0) {
                buffer[used++] = (byte) (rest | 128);
                rest >>>= 7;
            }
            buffer[used++] = (byte) rest;
        }

        public byte[] toBytes() {
            return Arrays.copyOf(buffer, used);
        }
    }

    /** Decodes links, one after the other. */
    static final class Reader {
        private final LinkAttributeNumbers attributeNumbers;
        private byte[] buffer = new byte[0];
        private int at;
        private int end;

        Reader(LinkAttributeNumbers attributeNumbers) {
            this.attributeNumbers = attributeNumbers;
        }

        void start(byte[] bytes, int from, int to) {
            buffer = bytes;
            at = from;
            end = to;
        }

        boolean hasNext() {
            return at < end;
        }

        /** Returns the offset of the next link in the buffer. */
        int position() {
            return at;
        }

        StoredLink next() {
            LinkAttribute linkAttribute = attributeNumbers.attribute(number());
            LinkState linkState = PRE_VERDICTS[buffer[at++]];
            int target = number() - 1;
            int line = number();
            int column = number();
            int length = number();
            String text = new String(buffer, at, length, StandardCharsets.UTF_8);
            at += length;
            return new StoredLink(linkAttribute, linkState, target, new Position(line, column), text);
        }

        /** Skips the next link if it is sound. Returns the number of its target; -1 if it is not skipped. */
        int skipSound(SoundLinks soundLinks) {
            int begin = at;
            LinkAttribute linkAttribute = attributeNumbers.attribute(number());
            int linkState = buffer[at++];
            int target = number() - 1;
            if (linkState == LinkState.ORDINARY.ordinal() && target >= 0 && linkAttribute.linkKind() != LinkKind.MAP) {
                number();
                number();
                int length = number();
                if (soundLinks.isSound(target, Fragment.hashOfReference(buffer, at, at + length))) {
                    at += length;
                    return target;
                }
            }
            at = begin;
            return -1;
        }

        /** Returns the size of the next link in bytes; needs only the first {@link #MAX_SIZE_WITHOUT_TEXT} of them. */
        int sizeOfNext() {
            int begin = at;
            number();
            at++;
            number();
            number();
            number();
            int length = number();
            int size = at - begin + length;
            at = begin;
            return size;
        }

        private int number() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = buffer[at++];
                value |= (next & 127) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }

    private static final LinkState[] PRE_VERDICTS = LinkState.values();
}
