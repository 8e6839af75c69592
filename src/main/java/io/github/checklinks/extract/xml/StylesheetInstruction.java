// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.xml;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.charset.CharacterReferences;
import java.util.Arrays;

/** A parser of the {@code xml-stylesheet} processing instruction, which loads style sheets for XML documents. */
public final class StylesheetInstruction {

    private static final byte[] EMPTY = {};
    private static final String TARGET = "xml-stylesheet";

    private StylesheetInstruction() {}

    /**
     * Returns the value of the pseudo-attribute {@code href} of a processing instruction, which is given without its delimiters; empty if it
     * has none or is another instruction.
     */
    public static byte[] href(byte[] text, int from, int to) {
        int i = from + TARGET.length();
        if (i >= to || !Bytes.startsWith(text, from, to, TARGET) || !Bytes.isSpace(text[i])) {
            return EMPTY;
        }
        while (i < to) {
            while (i < to && Bytes.isSpace(text[i])) {
                i++;
            }
            int nameFrom = i;
            while (i < to && text[i] != '=' && !Bytes.isSpace(text[i])) {
                i++;
            }
            int nameTo = i;
            while (i < to && (text[i] == '=' || Bytes.isSpace(text[i]))) {
                i++;
            }
            if (i == to || text[i] != '"' && text[i] != '\'') {
                return EMPTY;
            }
            int close = Bytes.find(text, i + 1, to, text[i]);
            if (Bytes.is(text, nameFrom, nameTo, "href")) {
                return decoded(text, i + 1, close);
            }
            i = close + 1;
        }
        return EMPTY;
    }

    private static byte[] decoded(byte[] text, int from, int to) {
        CharacterReferences references = new CharacterReferences();
        references.decode(text, from, to, 1);
        return Arrays.copyOfRange(references.bytes(), references.from(), references.to());
    }
}
