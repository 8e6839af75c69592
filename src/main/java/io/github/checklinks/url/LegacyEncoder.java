// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.nio.charset.Charset;

/** Percent-encodes the characters of a query in an encoding other than UTF-8 (WHATWG URL §1.3, "percent-encode after encoding"). */
abstract class LegacyEncoder {

    private static final String HEX = "0123456789ABCDEF";
    private static final byte[] LACKING = {};

    private StringBuilder out = new StringBuilder();

    /** The encoder that belongs to a charset. */
    static LegacyEncoder of(Charset charset, boolean isGbk) {
        return switch (charset.name()) {
            case "windows-31j" -> new ShiftJisEncoder();
            case "EUC-JP" -> new EucJpEncoder();
            case "ISO-2022-JP" -> new Iso2022JpEncoder();
            case "Big5-HKSCS" -> new OfCharset(charset, 2, 0xA1);
            case "GB18030" -> isGbk ? new GbkEncoder(charset) : new OfCharset(charset, 4, 0);
            default -> new OfCharset(charset, 2, 0);
        };
    }

    /** Begins with a query. */
    void start(StringBuilder to) {
        out = to;
    }

    /** Appends a character. */
    void append(int codePoint) {
        byte[] bytes = codePoint < 128 ? new byte[] {(byte) codePoint} : bytes(codePoint);
        if (bytes.length == 0) {
            lacks(codePoint);
        }
        for (byte each : bytes) {
            octet(each & 0xFF);
        }
    }

    /** Ends a query. */
    void end() {}

    /** The bytes of a character beyond ASCII; none when the encoding lacks it. */
    abstract byte[] bytes(int codePoint);

    /** Appends a character that the encoding lacks: as an HTML character reference, percent-encoded. */
    final void lacks(int codePoint) {
        out.append("%26%23").append(codePoint).append("%3B");
    }

    /** Appends a byte. Those of a character of two bytes may be ASCII, which is encoded only where a query needs it. */
    final void octet(int value) {
        if (EncodeSet.contains(EncodeSet.SPECIAL_QUERY, (char) value)) {
            out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
        } else {
            out.append((char) value);
        }
    }

    /** What Java's charset writes, if it reads the same back: its other mappings are not in the standard's indexes. */
    private static class OfCharset extends LegacyEncoder {
        private final Charset charset;
        private final int most;
        private final int firstLead;

        /**
         * An encoder.
         *
         * @param most the most bytes of a character
         * @param firstLead the least first byte of two; the Hong Kong characters below it are only read (WHATWG Encoding §12.1.2)
         */
        OfCharset(Charset charset, int most, int firstLead) {
            this.charset = charset;
            this.most = most;
            this.firstLead = firstLead;
        }

        @Override
        byte[] bytes(int codePoint) {
            String character = Character.toString(codePoint);
            byte[] bytes = character.getBytes(charset);
            boolean fits = bytes.length <= most && (bytes.length < 2 || (bytes[0] & 0xFF) >= firstLead);
            return fits && character.equals(new String(bytes, charset)) ? bytes : LACKING;
        }
    }

    /** Of GB18030 what takes two bytes, and the euro sign in one (WHATWG Encoding §10.2.2). */
    private static final class GbkEncoder extends OfCharset {
        GbkEncoder(Charset charset) {
            super(charset, 2, 0);
        }

        @Override
        byte[] bytes(int codePoint) {
            return codePoint == 0x20AC ? new byte[] {(byte) 0x80} : super.bytes(codePoint);
        }
    }

    /** WHATWG Encoding §13.3.2. */
    private static final class ShiftJisEncoder extends LegacyEncoder {
        @Override
        byte[] bytes(int codePoint) {
            int single = Jis0208.single(codePoint);
            if (single >= 0) {
                return new byte[] {(byte) single};
            }
            if (Jis0208.isHalfWidthKatakana(codePoint)) {
                return new byte[] {(byte) (codePoint - 0xFF61 + 0xA1)};
            }
            int pointer = Jis0208.pointerInShiftJis(codePoint);
            return pointer < 0 ? LACKING : Jis0208.shiftJis(pointer);
        }
    }

    /** WHATWG Encoding §13.1.2. */
    private static final class EucJpEncoder extends LegacyEncoder {
        @Override
        byte[] bytes(int codePoint) {
            int single = Jis0208.single(codePoint);
            if (single >= 0) {
                return new byte[] {(byte) single};
            }
            if (Jis0208.isHalfWidthKatakana(codePoint)) {
                return new byte[] {(byte) 0x8E, (byte) (codePoint - 0xFF61 + 0xA1)};
            }
            int pointer = Jis0208.pointer(codePoint);
            return pointer < 0
                    ? LACKING
                    : new byte[] {(byte) (pointer / Jis0208.ROW + 0xA1), (byte) (pointer % Jis0208.ROW + 0xA1)};
        }
    }

    /** WHATWG Encoding §13.2.2: three sets of characters, with an escape sequence from one to the next. */
    private static final class Iso2022JpEncoder extends LegacyEncoder {

        private static final String ASCII = "(B";
        private static final String ROMAN = "(J";
        private static final String KANJI = "$B";

        private String set = ASCII;

        @Override
        void start(StringBuilder to) {
            super.start(to);
            set = ASCII;
        }

        @Override
        void append(int codePoint) {
            if (!set.equals(KANJI) && (codePoint == 0x0E || codePoint == 0x0F || codePoint == 0x1B)) {
                lacks(0xFFFD);
                return;
            }
            int single = codePoint < 128 ? codePoint : Jis0208.single(codePoint);
            if (single >= 0) {
                boolean inRoman = codePoint >= 128 || set.equals(ROMAN) && codePoint != '\\' && codePoint != '~';
                change(inRoman ? ROMAN : ASCII);
                octet(single);
                return;
            }
            byte[] bytes = bytes(codePoint);
            if (bytes.length == 0) {
                change(set.equals(KANJI) ? ASCII : set);
                lacks(codePoint);
                return;
            }
            change(KANJI);
            octet(bytes[0]);
            octet(bytes[1]);
        }

        @Override
        byte[] bytes(int codePoint) {
            int pointer = Jis0208.pointer(Jis0208.fullWidth(codePoint));
            return pointer < 0
                    ? LACKING
                    : new byte[] {(byte) (pointer / Jis0208.ROW + 0x21), (byte) (pointer % Jis0208.ROW + 0x21)};
        }

        @Override
        void end() {
            change(ASCII);
        }

        private void change(String to) {
            if (!set.equals(to)) {
                set = to;
                octet(0x1B);
                octet(to.charAt(0));
                octet(to.charAt(1));
            }
        }
    }
}
