// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineCounterTest {

    private static final String[] PIECES = {
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "a",
        "abcdefghij",
        "\u00E4",
        "\u20AC",
        "\uD83D\uDE00",
        "\u0A0D",
        "\u0D0A",
        " ",
        "\uFFFD"
    };

    @Test
    void aTextBeginsAtItsFirstLineAndColumn() {
        LineCounter lineCounter = at("", 0);

        assertThat(lineCounter.line()).isEqualTo(1);
        assertThat(lineCounter.column()).isEqualTo(1);
    }

    @Test
    void everyKindOfLineEndCountsOnce() {
        LineCounter lineCounter = at("a\nb\r\nc\rd\n\re", 10);

        assertThat(lineCounter.line()).isEqualTo(6);
        assertThat(lineCounter.column()).isEqualTo(1);
    }

    @Test
    void columnsCountUtf16Units() {
        String text = "x\n\u00E4\u20AC\uD83D\uDE00<";

        LineCounter lineCounter = at(text, text.getBytes(StandardCharsets.UTF_8).length - 1);

        assertThat(lineCounter.line()).isEqualTo(2);
        assertThat(lineCounter.column()).isEqualTo(5);
    }

    @Test
    void movingBackCountsAgain() {
        LineCounter lineCounter = at("a\nb\nc", 4);
        lineCounter.moveTo(2);

        assertThat(lineCounter.line()).isEqualTo(2);
        assertThat(lineCounter.column()).isEqualTo(1);
    }

    @Test
    void everyStepAgreesWithASlowCount() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60 + round; i++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
            LineCounter lineCounter = new LineCounter();
            lineCounter.start(utf8, utf8.length);
            int line = 1;
            int column = 1;
            int offset = 0;
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                boolean inCrLf = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
                // Small steps and steps across many lines.
                if (!inCrLf && random.nextInt(3 + round) == 0) {
                    lineCounter.moveTo(offset);
                    assertThat(lineCounter.line()).isEqualTo(line);
                    assertThat(lineCounter.column()).isEqualTo(column);
                }
                offset += new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8).length;
                i += Character.charCount(c);
                if (c == '\n' || (c == '\r' && !(i < text.length() && text.charAt(i) == '\n'))) {
                    line++;
                    column = 1;
                } else {
                    column += Character.charCount(c);
                }
            }
        }
    }

    @Test
    void lineFeedsCountWhateverBytesAreNextToThem() {
        for (int other = 0; other < 256; other++) {
            byte[] bytes = new byte[256];
            int feeds = 0;
            for (int i = 0; i < bytes.length; i++) {
                boolean isFeed = i * i % 7 == 2;
                bytes[i] = (byte) (isFeed ? '\n' : other);
                feeds += isFeed || other == '\n' ? 1 : 0;
            }
            LineCounter lineCounter = new LineCounter();
            lineCounter.start(bytes, bytes.length);
            lineCounter.moveTo(bytes.length);
            int expected = other == '\r' ? linesWithReturns(bytes) : feeds + 1;

            assertThat(lineCounter.line()).as("beside byte %d", other).isEqualTo(expected);
        }
    }

    private static int linesWithReturns(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n|\r|\n", -1).length;
    }

    private static LineCounter at(String text, int offset) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        LineCounter lineCounter = new LineCounter();
        lineCounter.start(utf8, utf8.length);
        lineCounter.moveTo(offset);
        return lineCounter;
    }
}
