// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void harmlessTextStaysTheSameObject() {
        String text = "Grüße, 世界, a+b<c>&\"'";

        assertThat(Printable.line(text)).isSameAs(text);
    }

    @Test
    void escapeSequencesLoseTheirEscape() {
        assertThat(Printable.line("a\u001b[31mb\u009b0mc\u007fd\u0000")).isEqualTo("a[31mb0mcd");
    }

    @Test
    void whatTurnsTheDirectionOfWritingIsDropped() {
        assertThat(Printable.line("a\u202eb\u2066c\u200fd\u061ce\uFEFF")).isEqualTo("abcde");
    }

    @Test
    void lineEndsBecomeASpace() {
        assertThat(Printable.line("a\nb\r\nc\td\u2028e")).isEqualTo("a b  c d e");
    }

    @Test
    void halfASurrogatePairIsReplaced() {
        assertThat(Printable.line("a\uD83Db\uDE00c\uD83D\uDE00d\uD83D"))
                .isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00d\uFFFD");
    }
}
