// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8WriterTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Utf8Writer writer = new Utf8Writer(bytes);

    @Test
    void charactersOfEveryLengthAreWritten() throws IOException {
        writer.write("a\u00E4\u20AC\uD83D\uDE00");
        writer.write('z');
        writer.write("");
        writer.close();

        assertThat(written()).isEqualTo("a\u00E4\u20AC\uD83D\uDE00z");
    }

    @Test
    void aPairThatComesInTwoPartsIsOneCharacter() throws IOException {
        String text = "x\uD83D\uDE00\uD83D\uDE00y";
        for (int i = 0; i < text.length(); i++) {
            writer.write(text.charAt(i));
        }
        writer.close();

        assertThat(written()).isEqualTo(text);
    }

    @Test
    void halfAPairIsAQuestionMarkWhereverItStands() throws IOException {
        writer.write("\uDE00a\uD83D");
        writer.write("b\uD83D");
        writer.write("\uD83D");
        writer.close();

        assertThat(written()).isEqualTo("?a?b??");
    }

    @Test
    void partsOfABufferAreWritten() throws IOException {
        writer.write("abcdef".toCharArray(), 2, 3);
        writer.write(new char[0], 0, 0);
        writer.close();

        assertThat(written()).isEqualTo("cde");
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
