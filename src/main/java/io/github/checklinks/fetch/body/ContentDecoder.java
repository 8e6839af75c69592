// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decodes content codings (RFC 9110 §8.4.1) as leniently as browsers do: wrong checksums, trailing bytes, multiple gzip
 * members, deflate with and without its zlib wrapper, plain text labelled gzip, and unknown codings are accepted. The size of
 * the result and the compression ratio are limited.
 */
final class ContentDecoder {

    private static final Set<String> UNSUPPORTED =
            Set.of("br", "zstd", "compress", "x-compress", "dcb", "dcz", "lzma", "xz", "bzip2");

    /** The decoded size in bytes up to which the ratio is not limited: small bodies are harmless. */
    private static final int UNLIMITED_SIZE = 1 << 20;

    /** The maximum compression ratio. Text reaches 10 to 30, tables of equal rows 200, a decompression bomb 1,000. */
    private static final int MAX_RATIO = 250;

    /**
     * A decoded body.
     *
     * @param body the decoded bytes
     * @param cut whether it was truncated at a limit
     * @param broken why it could not be decoded completely; null on success
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Inflated(byte[] body, boolean cut, @Nullable String broken) {}

    private final long limit;

    /**
     * Creates a decoder.
     *
     * @param limit the maximum size of a result, in bytes
     */
    ContentDecoder(long limit) {
        this.limit = limit;
    }

    /** Returns whether a coding is treated as identity: {@code identity} and unknown ones such as {@code none} or {@code utf-8}. */
    static boolean isIdentity(String coding) {
        return switch (coding.toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip", "deflate" -> false;
            default -> !UNSUPPORTED.contains(coding.toLowerCase(Locale.ROOT));
        };
    }

    /**
     * Returns an upper bound for the decoded size of {@code sent} bytes.
     *
     * @param twice whether they are decoded more than once
     */
    static long maxDecodedSize(long sent, boolean twice, long limit) {
        return twice ? limit : Math.min(limit, Math.max(2L * UNLIMITED_SIZE, (sent + 1) * MAX_RATIO));
    }

    /**
     * Decodes the codings in reverse order.
     *
     * @param codings the codings in the order they were applied
     */
    Inflated inflate(byte[] sent, List<String> codings) {
        Inflated result = new Inflated(sent, false, null);
        for (int i = codings.size() - 1; i >= 0 && result.broken() == null; i--) {
            Inflated next = decode(result.body(), codings.get(i));
            result = new Inflated(next.body(), next.cut() || result.cut(), result.cut() ? null : next.broken());
        }
        return result;
    }

    /** Decompresses the bytes if they are gzip, and returns them unchanged otherwise. */
    Inflated gunzip(byte[] sent) {
        return isGzip(sent, 0) ? gzip(sent) : new Inflated(sent, false, null);
    }

    private Inflated decode(byte[] sent, String coding) {
        return switch (coding.toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> gunzip(sent);
            case "deflate" -> deflate(sent);
            default ->
                isIdentity(coding)
                        ? new Inflated(sent, false, null)
                        : new Inflated(
                                new byte[0],
                                false,
                                "the answer is packed with " + coding + ", which was not asked for");
        };
    }

    private static boolean isGzip(byte[] bytes, int at) {
        return bytes.length - at >= 2 && bytes[at] == 0x1f && (bytes[at + 1] & 0xff) == 0x8b;
    }

    private Inflated gzip(byte[] sent) {
        BoundedBuffer out = BoundedBuffer.withCapacity(limit, declaredSize(sent));
        int at = 0;
        while (isGzip(sent, at)) {
            int start = afterGzipHeader(sent, at);
            if (start < 0) {
                return at == 0 ? truncated(out) : complete(out);
            }
            Member member = member(sent, start, true, out);
            if (member.ending != Ending.COMPLETE) {
                return member.ending.with(out);
            }
            at = start + member.read + 8; // skip CRC-32 and length, which browsers ignore
        }
        return complete(out);
    }

    /**
     * Returns the size that the end of a gzip file declares (RFC 1952 §2.3.1), if it is within the size claimed from the memory
     * budget; a small default otherwise. Growing an array to tens of megabytes would temporarily need more than twice as much.
     */
    private int declaredSize(byte[] sent) {
        int min = 16 << 10;
        if (sent.length < 18) {
            return min;
        }
        long size = ByteBuffer.wrap(sent).order(ByteOrder.LITTLE_ENDIAN).getInt(sent.length - 4) & 0xffff_ffffL;
        return size <= maxDecodedSize(sent.length, false, limit) ? (int) Math.max(min, size) : min;
    }

    private Inflated deflate(byte[] sent) {
        if (sent.length == 0) {
            return new Inflated(sent, false, null);
        }
        boolean zlib =
                sent.length >= 2 && (sent[0] & 0x0f) == 8 && ((sent[0] & 0xff) << 8 | (sent[1] & 0xff)) % 31 == 0;
        BoundedBuffer out = new BoundedBuffer(limit, -1);
        Member member = member(sent, 0, !zlib, out);
        if (zlib && member.ending == Ending.CORRUPT && out.size() == 0) {
            member = member(sent, 0, true, out);
        }
        return member.ending.with(out);
    }

    private Member member(byte[] sent, int from, boolean raw, BoundedBuffer out) {
        Inflater inflater = new Inflater(raw);
        try {
            inflater.setInput(sent, from, sent.length - from);
            byte[] chunk = new byte[32 << 10];
            while (!inflater.finished()) {
                int n = inflater.inflate(chunk);
                if (n > 0 && !out.append(ByteBuffer.wrap(chunk, 0, n))) {
                    return new Member(Ending.CUT, 0);
                }
                if (out.size() > UNLIMITED_SIZE && out.size() / MAX_RATIO > sent.length) {
                    return new Member(Ending.CUT, 0);
                }
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return new Member(inflater.needsInput() ? Ending.TRUNCATED : Ending.CORRUPT, 0);
                }
            }
            return new Member(Ending.COMPLETE, (int) inflater.getBytesRead());
        } catch (DataFormatException e) {
            return new Member(Ending.CORRUPT, 0);
        } finally {
            inflater.end();
        }
    }

    /** Returns the offset of the compressed data of a gzip member (RFC 1952 §2.3); negative if the header is truncated. */
    private static int afterGzipHeader(byte[] bytes, int at) {
        if (bytes.length - at < 10) {
            return -1;
        }
        int flags = bytes[at + 3];
        int next = at + 10;
        if ((flags & 4) != 0 && next + 2 <= bytes.length) {
            next += 2 + (bytes[next] & 0xff) + ((bytes[next + 1] & 0xff) << 8);
        }
        for (int zeros = Integer.bitCount(flags & 0x18); zeros > 0; zeros--) {
            while (next < bytes.length && bytes[next] != 0) {
                next++;
            }
            next++;
        }
        if ((flags & 2) != 0) {
            next += 2;
        }
        return next <= bytes.length ? next : -1;
    }

    private static Inflated complete(BoundedBuffer out) {
        return Ending.COMPLETE.with(out);
    }

    private static Inflated truncated(BoundedBuffer out) {
        return Ending.TRUNCATED.with(out);
    }

    private record Member(Ending ending, int read) {}

    private enum Ending {
        COMPLETE,
        CUT,
        TRUNCATED,
        CORRUPT;

        Inflated with(BoundedBuffer out) {
            return switch (this) {
                case COMPLETE -> new Inflated(out.toArray(), false, null);
                case CUT -> new Inflated(out.toArray(), true, null);
                case TRUNCATED ->
                    new Inflated(out.toArray(), false, "the connection broke in the middle of the answer");
                case CORRUPT -> new Inflated(out.toArray(), false, "the answer's compressed body is corrupt");
            };
        }
    }
}
