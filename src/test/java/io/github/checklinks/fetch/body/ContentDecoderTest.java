// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.fetch.http.FailureClassifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class ContentDecoderTest {

    private static final byte[] PAGE = "<p>grüße</p>".repeat(2000).getBytes(UTF_8);
    private final ContentDecoder contentDecoder = new ContentDecoder(1 << 20);

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean raw) {
        Deflater deflater = new Deflater(9, raw);
        deflater.setInput(plain);
        deflater.finish();
        byte[] out = new byte[plain.length + 100];
        int size = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, size);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZip"})
    void gzipIsInflated(String coding) {
        assertWhole(contentDecoder.inflate(gzip(PAGE), List.of(coding)), PAGE);
    }

    @Test
    void deflateIsInflatedWithAndWithoutItsWrapper() {
        assertWhole(contentDecoder.inflate(deflate(PAGE, false), List.of("deflate")), PAGE);
        assertWhole(contentDecoder.inflate(deflate(PAGE, true), List.of("deflate")), PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "none", "utf-8", "UTF-8", "binary"})
    void anUnknownCodingChangesNothing(String coding) {
        assertThat(ContentDecoder.isIdentity(coding)).isTrue();
        assertWhole(contentDecoder.inflate(PAGE, List.of(coding)), PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "compress"})
    void aKnownCodingThatWasNotAcceptedIsNoPage(String coding) {
        assertThat(contentDecoder.inflate(PAGE, List.of(coding)).broken()).contains(coding);
    }

    @Test
    void severalCodingsAreUndoneFromTheLast() {
        assertWhole(contentDecoder.inflate(gzip(deflate(PAGE, false)), List.of("deflate", "gzip")), PAGE);
    }

    @Test
    void plainTextLabelledGzipIsTakenAsItIs() {
        assertWhole(contentDecoder.inflate(PAGE, List.of("gzip")), PAGE);
    }

    @Test
    void anEmptyBodyIsEmptyInEveryCoding() {
        assertWhole(contentDecoder.inflate(new byte[0], List.of("gzip")), new byte[0]);
        assertWhole(contentDecoder.inflate(new byte[0], List.of("deflate")), new byte[0]);
    }

    @Test
    void allMembersOfAGzipAreRead() {
        assertWhole(contentDecoder.inflate(join(gzip(PAGE), gzip(PAGE)), List.of("gzip")), join(PAGE, PAGE));
    }

    @Test
    void bytesAfterTheEndOfAGzipAreIgnored() {
        assertWhole(contentDecoder.inflate(join(gzip(PAGE), new byte[] {1, 2, 3}), List.of("gzip")), PAGE);
    }

    @Test
    void aMissingOrWrongChecksumIsIgnored() {
        byte[] packed = gzip(PAGE);

        assertWhole(contentDecoder.inflate(Arrays.copyOf(packed, packed.length - 8), List.of("gzip")), PAGE);
        packed[packed.length - 6] ^= 0x55;
        assertWhole(contentDecoder.inflate(packed, List.of("gzip")), PAGE);
    }

    @Test
    void everyFieldOfAGzipHeaderIsSkipped() {
        byte[] packed = gzip(PAGE);
        byte[] fields = {4, 0, 'd', 'a', 't', 'a', 'n', 0, 'c', 0, 0, 0};
        packed[3] = 4 | 8 | 16 | 2;
        byte[] adorned = join(join(Arrays.copyOf(packed, 10), fields), Arrays.copyOfRange(packed, 10, packed.length));

        assertWhole(contentDecoder.inflate(adorned, List.of("gzip")), PAGE);
    }

    @Test
    void aGzipThatEndsInTheMiddleIsBroken() {
        byte[] packed = gzip(PAGE);

        assertThat(contentDecoder
                        .inflate(Arrays.copyOf(packed, packed.length / 2), List.of("gzip"))
                        .broken())
                .isEqualTo(FailureClassifier.BROKE);
        assertThat(contentDecoder
                        .inflate(Arrays.copyOf(packed, 5), List.of("gzip"))
                        .broken())
                .isEqualTo(FailureClassifier.BROKE);
    }

    @Test
    void aCorruptGzipIsBroken() {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        byte[] packed = gzip(noise);
        Arrays.fill(packed, 10, 200, (byte) 0xff);

        assertThat(contentDecoder.inflate(packed, List.of("gzip")).broken()).contains("corrupt");
    }

    @Test
    void aBodyLongerThanAllowedIsCut() {
        ContentDecoder small = new ContentDecoder(100);

        ContentDecoder.Inflated inflated = small.inflate(gzip(PAGE), List.of("gzip"));

        assertThat(inflated.cut()).isTrue();
        assertThat(inflated.broken()).isNull();
        assertThat(inflated.body()).isEqualTo(Arrays.copyOf(PAGE, 100));
    }

    @Test
    void aBombIsCutLongBeforeTheLimit() {
        ContentDecoder large = new ContentDecoder(1 << 30);

        ContentDecoder.Inflated inflated = large.inflate(gzip(new byte[100 << 20]), List.of("gzip"));

        assertThat(inflated.cut()).isTrue();
        assertThat(inflated.body().length).isLessThan(40 << 20);
    }

    @Test
    void aBombInABombIsCut() {
        ContentDecoder.Inflated inflated =
                contentDecoder.inflate(gzip(gzip(new byte[100 << 20])), List.of("gzip", "gzip"));

        assertThat(inflated.cut()).isTrue();
        assertThat(inflated.body().length).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void aPackedFileIsUnpackedOnlyIfItIsOne() {
        assertWhole(contentDecoder.gunzip(gzip(PAGE)), PAGE);
        assertWhole(contentDecoder.gunzip(PAGE), PAGE);
    }

    private static void assertWhole(ContentDecoder.Inflated inflated, byte[] expected) {
        assertThat(inflated.broken()).isNull();
        assertThat(inflated.cut()).isFalse();
        assertThat(inflated.body()).isEqualTo(expected);
    }
}
