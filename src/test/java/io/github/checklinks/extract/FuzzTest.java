// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.extract.reader.PageReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading a document ends whatever it contains, and all reported ranges are inside of it. */
class FuzzTest {

    private static final @Nullable String[] CHARSETS = {
        null, "utf-8", "euc-kr", "utf-16le", "iso-2022-jp", "iso-2022-kr", "nonsense", "", "\""
    };

    private static final LinkAttributes WIDE =
            LinkAttributes.of(List.of("*@id", "*@class", "p@data-srcset", "a@name"), List.of());

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void mutatedPagesAreReadAsEveryType(DocumentType documentType) {
        Random random = new Random(31);
        for (int i = 0; i < 2000; i++) {
            check(NastyPages.mutated(random).getBytes(StandardCharsets.UTF_8), documentType, random);
        }
    }

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void anyBytesAreReadAsEveryType(DocumentType documentType) {
        Random random = new Random(77);
        byte[] alphabet =
                "<>/!?-\"'= \n\r\0&#;:,()[]{}@\\*auhrefscriptylnkmgxdo0\u00E4\u20AC".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 4000; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = random.nextInt(30) == 0
                        ? (byte) random.nextInt(256)
                        : alphabet[random.nextInt(alphabet.length)];
            }
            check(bytes, documentType, random);
        }
    }

    @Test
    void everyPrefixOfAPageIsReadAlike() {
        for (String page : NastyPages.PAGES) {
            byte[] utf8 = page.getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < utf8.length; length++) {
                byte[] exact = Arrays.copyOf(utf8, length);
                RecordedLinks alone = RecordedLinks.read(exact, DocumentType.HTML, "utf-8", LinkAttributes.STANDARD);
                RecordedLinks inBuffer = new RecordedLinks();
                new PageReader(LinkAttributes.STANDARD).read(utf8, length, DocumentType.HTML, "utf-8", inBuffer);

                assertThat(inBuffer.all).isEqualTo(alone.all);
            }
        }
    }

    private static void check(byte[] bytes, DocumentType documentType, Random random) {
        String charset = CHARSETS[random.nextInt(CHARSETS.length)];
        LinkAttributes linkAttributes = random.nextInt(4) == 0 ? Trees.STANDARD : WIDE;
        Inside inside = new Inside();
        new PageReader(linkAttributes).read(bytes, bytes.length, documentType, charset, inside);

        assertThat(inside.started).isTrue();
    }

    /** A sink that fails on ranges and offsets outside of the document. */
    private static final class Inside implements LinkSink {

        private boolean started;
        private int end;

        @Override
        public void start(byte[] text, int length) {
            assertThat(length).isBetween(0, text.length);
            started = true;
            end = length;
        }

        @Override
        public void base(byte[] utf8, int from, int to) {
            range(utf8, from, to);
        }

        @Override
        public void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset) {
            range(utf8, from, to);
            assertThat(offset).isBetween(0, end);
        }

        @Override
        public void anchor(byte[] utf8, int from, int to) {
            range(utf8, from, to);
        }

        @Override
        public void map(byte[] utf8, int from, int to) {
            range(utf8, from, to);
        }

        private void range(byte[] utf8, int from, int to) {
            assertThat(started).isTrue();
            assertThat(from).isBetween(0, to);
            assertThat(to).isLessThanOrEqualTo(utf8.length);
        }
    }
}
