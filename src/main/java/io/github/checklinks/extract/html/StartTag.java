// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.attribute.NameTable;
import io.github.checklinks.extract.charset.CharacterReferences;
import java.util.Arrays;

/** A start tag with those of its attributes that may matter. Of two attributes of one name only the first counts. */
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

    /** A tag that may have attributes of so many names. */
    StartTag(int attributeCount) {
        numbers = new int[attributeCount];
        froms = new int[attributeCount];
        tos = new int[attributeCount];
        slots = new int[attributeCount];
        classes = new byte[attributeCount];
        seen = new int[attributeCount];
    }

    /** Begins with another text. */
    void start(byte[] utf8) {
        text = utf8;
        offset = -1;
        classesLoaded = 0;
        references.trim();
    }

    /** Begins with another tag, which has no attributes yet. */
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
     * @param classesOfValue what bytes its value holds, as {@link HtmlScanner} has it
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

    /** How many attributes it has that may matter. */
    int count() {
        return count;
    }

    /** The number of an attribute by its place among them. */
    int number(int slot) {
        return numbers[slot];
    }

    boolean has(int number) {
        return seen[number] == serial;
    }

    /** Where the tag begins; -1 before the first one of a text. */
    int offset() {
        return offset;
    }

    /** Where the element's name begins. */
    int nameFrom() {
        return nameFrom;
    }

    /** Where the element's name ends. */
    int nameTo() {
        return nameTo;
    }

    /** The text that holds the element's name. */
    byte[] text() {
        return text;
    }

    /** Decodes the value of an attribute the tag has; valid until the next one. */
    void load(int number) {
        int slot = slots[number];
        classesLoaded |= classes[slot];
        references.decode(text, froms[slot], tos[slot], classes[slot] & HtmlScanner.DECODED);
    }

    /** Whether all values that were decoded since the text began are ASCII. */
    boolean isLoadedInAscii() {
        return (classesLoaded & HtmlScanner.BEYOND_ASCII) == 0;
    }

    /** What holds the decoded value. */
    byte[] value() {
        return references.bytes();
    }

    int valueFrom() {
        return references.from();
    }

    int valueTo() {
        return references.to();
    }

    /** Whether it has the attribute with this ASCII value, in any letter case. */
    boolean is(int number, String lower) {
        if (!has(number)) {
            return false;
        }
        load(number);
        return Bytes.is(value(), valueFrom(), valueTo(), lower);
    }

    /** Whether the attribute's value, a set of tokens separated by spaces, holds one of these names, in any letter case. */
    boolean hasToken(int number, NameTable names) {
        return has(number) && countTokens(number, names) > 0;
    }

    /** Whether the attribute's value, a set of tokens separated by spaces, is made of these names, in any letter case, and of at least one. */
    boolean hasOnlyTokens(int number, NameTable names) {
        return has(number) && countTokens(number, names) == tokens && tokens > 0;
    }

    /** How many of these names the value has; notes how many tokens there are. */
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
