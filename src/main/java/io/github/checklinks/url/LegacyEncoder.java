// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.nio.charset.Charset;

/** Percent-encodes the characters of a query in an encoding other than UTF-8 (WHATWG URL §1.3, "percent-encode after encoding"). */
abstract class LegacyEncoder {

    private static final String HEX = "0123456789ABCDEF";
    private static final byte[] LACKING = {};

    private StringBuilder out = new StringBuilder();

    /** Returns the encoder for a charset. */
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

    /** Starts a query. */
    void start(StringBuilder to) {
        out = to;
    }

    /** Appends a character. */
    void append(int codePoint) {
        byte[] bytes = codePoint < 128 ? new byte[] {(byte) codePoint} : bytes(codePoint);
        if (bytes.length == 0) {
            appendReference(codePoint);
        }
        for (byte each : bytes) {
            octet(each & 0xFF);
        }
    }

    /** Ends a query. */
    void end() {}

    /** Returns the bytes of a character beyond ASCII; an empty array if the encoding lacks it. */
    abstract byte[] bytes(int codePoint);

    /** Appends a character that the encoding lacks, as a percent-encoded HTML character reference. */
    final void appendReference(int codePoint) {
        out.append("%26%23").append(codePoint).append("%3B");
    }

    /** Appends a byte. A byte of a two-byte character may be ASCII, which is encoded only where a query requires it. */
    final void octet(int value) {
        if (EncodeSet.contains(EncodeSet.SPECIAL_QUERY, (char) value)) {
            out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
        } else {
            out.append((char) value);
        }
    }

    /**
     * Encodes with Java's charset what it also decodes to the same character: its other mappings are not in the
     * standard's indexes.
     */
    private static class OfCharset extends LegacyEncoder {
        private final Charset charset;
        private final int most;
        private final int firstLead;

        /**
         * Creates an encoder.
         *
         * @param most the maximum number of bytes of a character
         * @param firstLead the smallest lead byte of two; the Hong Kong characters below it are only decoded (WHATWG
         *     Encoding §12.1.2)
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

    /** The two-byte part of GB18030, and the euro sign in one byte (WHATWG Encoding §10.2.2). */
    private static final class GbkEncoder extends OfCharset {
        GbkEncoder(Charset charset) {
            super(charset, 2, 0);
        }

        @Override
        byte[] bytes(int codePoint) {
            return codePoint == 0x20AC ? new byte[] {(byte) 0x80} : super.bytes(codePoint);
        }
    }

    /** The Shift_JIS encoder (WHATWG Encoding §13.3.2). */
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

    /** The EUC-JP encoder (WHATWG Encoding §13.1.2). */
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

    /**
     * The ISO-2022-JP encoder (WHATWG Encoding §13.2.2): three character sets, with escape sequences to switch between
     * them.
     */
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
                appendReference(0xFFFD);
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
                appendReference(codePoint);
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
