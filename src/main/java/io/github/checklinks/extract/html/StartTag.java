// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.attribute.NameTable;
import io.github.checklinks.extract.charset.CharacterReferences;
import java.util.Arrays;

/**
 * A start tag with those of its attributes that have a number. Of two attributes of one name only the first counts. One instance is reused
 * for all tags.
 */
final class StartTag {

    private final int[] numbers;
    private final int[] froms;
    private final int[] tos;
    private final int[] slots;
    private final byte[] classes;
    private final int[] seen;
    private final CharacterReferences references = new CharacterReferences();

    private byte[] text = new byte[0];
    private int serial;
    private int count;
    private int nameFrom;
    private int nameTo;
    private int offset;

    private int tokens;
    private int classesLoaded;

    /** Creates a tag; attribute numbers are below {@code attributeCount}. */
    StartTag(int attributeCount) {
        numbers = new int[attributeCount];
        froms = new int[attributeCount];
        tos = new int[attributeCount];
        slots = new int[attributeCount];
        classes = new byte[attributeCount];
        seen = new int[attributeCount];
    }

    /** Starts a text. */
    void start(byte[] utf8) {
        text = utf8;
        offset = -1;
        classesLoaded = 0;
        references.trim();
    }

    /** Starts a tag without attributes. */
    void begin(int tagOffset, int from, int to) {
        offset = tagOffset;
        nameFrom = from;
        nameTo = to;
        count = 0;
        if (++serial < 0) {
            Arrays.fill(seen, 0);
            serial = 1;
        }
    }

    /**
     * Adds an attribute by its number.
     *
     * @param classesOfValue the classes of the bytes in its value: {@link HtmlScanner#DECODED} and {@link HtmlScanner#BEYOND_ASCII}, combined
     *     by {@code |}; other bits are ignored
     */
    void add(int number, int from, int to, int classesOfValue) {
        if (seen[number] != serial) {
            seen[number] = serial;
            slots[number] = count;
            numbers[count] = number;
            froms[count] = from;
            tos[count] = to;
            classes[count] = (byte) classesOfValue;
            count++;
        }
    }

    /** Returns the number of attributes that have a number. */
    int count() {
        return count;
    }

    /** Returns the number of an attribute by its index in source order, from 0 to {@link #count} - 1. */
    int number(int slot) {
        return numbers[slot];
    }

    boolean has(int number) {
        return seen[number] == serial;
    }

    /** Returns the start of the tag; -1 before the first tag of a text. */
    int offset() {
        return offset;
    }

    /** Returns the start of the name of the element. */
    int nameFrom() {
        return nameFrom;
    }

    /** Returns the end of the name of the element, exclusive. */
    int nameTo() {
        return nameTo;
    }

    /** Returns the text that holds the name of the element. */
    byte[] text() {
        return text;
    }

    /** Decodes the value of an attribute the tag has; it is valid until the next one is decoded. */
    void load(int number) {
        int slot = slots[number];
        classesLoaded |= classes[slot];
        references.decode(text, froms[slot], tos[slot], classes[slot] & HtmlScanner.DECODED);
    }

    /** Returns whether all values decoded since the start of the text are ASCII. */
    boolean isLoadedInAscii() {
        return (classesLoaded & HtmlScanner.BEYOND_ASCII) == 0;
    }

    /** Returns the buffer that holds the decoded value. */
    byte[] value() {
        return references.bytes();
    }

    int valueFrom() {
        return references.from();
    }

    int valueTo() {
        return references.to();
    }

    /** Returns whether the tag has an attribute with an ASCII value, ignoring case; the value is given in lower case. */
    boolean is(int number, String lower) {
        if (!has(number)) {
            return false;
        }
        load(number);
        return Bytes.is(value(), valueFrom(), valueTo(), lower);
    }

    /** Returns whether an attribute, a set of space-separated tokens, contains one of the names, ignoring case. */
    boolean hasToken(int number, NameTable names) {
        return has(number) && countTokens(number, names) > 0;
    }

    /** Returns whether an attribute, a set of space-separated tokens, consists of at least one and only of the names, ignoring case. */
    boolean hasOnlyTokens(int number, NameTable names) {
        return has(number) && countTokens(number, names) == tokens && tokens > 0;
    }

    /** Returns the number of tokens that are one of the names; sets {@link #tokens} to the number of all tokens. */
    private int countTokens(int number, NameTable names) {
        load(number);
        byte[] value = value();
        int end = valueTo();
        int named = 0;
        tokens = 0;
        int at = valueFrom();
        while (at < end) {
            int from = at;
            while (at < end && !Bytes.isSpace(value[at])) {
                at++;
            }
            if (at > from) {
                tokens++;
                named += names.find(value, from, at) == NameTable.NONE ? 0 : 1;
            }
            at++;
        }
        return named;
    }
}
