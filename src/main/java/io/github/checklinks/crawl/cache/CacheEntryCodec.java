// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import io.github.checklinks.fetch.Validators;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and decodes the line of a {@link CacheEntry}, which follows its URL: tab-separated fields, empty for null. Anchor hashes are
 * the base64 form of eight bytes each.
 */
final class CacheEntryCodec {

    private static final int FIELDS = 8;
    private static final char PRIVATE = 'p';
    private static final char CONTENT = 'c';
    private static final char PAGE = 'h';

    private CacheEntryCodec() {}

    static String write(CacheEntry cacheEntry) {
        CacheEntry.Content content = cacheEntry.content();
        boolean isPage = content != null && content.isPage();
        StringBuilder flags = new StringBuilder();
        if (cacheEntry.isPrivate()) {
            flags.append(PRIVATE);
        }
        if (content != null) {
            flags.append(CONTENT);
        }
        if (isPage) {
            flags.append(PAGE);
        }
        return String.join(
                "\t",
                Long.toString(cacheEntry.checked()),
                Integer.toString(cacheEntry.status()),
                flags,
                orEmpty(cacheEntry.to()),
                orEmpty(cacheEntry.state().etag()),
                orEmpty(cacheEntry.state().lastModified()),
                orEmpty(content == null ? null : content.refreshesTo()),
                content == null ? "" : base64(content.anchors()));
    }

    /** Decodes a line.
     *
     * @throws IllegalArgumentException if it was not written by {@link #write}
     */
    static CacheEntry read(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(fields.length + " fields");
        }
        String flags = fields[2];
        return new CacheEntry(
                Long.parseLong(fields[0]),
                Integer.parseInt(fields[1]),
                orNull(fields[3]),
                flags.indexOf(PRIVATE) >= 0,
                new Validators(orNull(fields[4]), orNull(fields[5])),
                flags.indexOf(CONTENT) >= 0 ? content(flags, fields) : null);
    }

    private static CacheEntry.Content content(String flags, String[] fields) {
        return new CacheEntry.Content(flags.indexOf(PAGE) >= 0, numbers(fields[7]), orNull(fields[6]));
    }

    /** Returns whether part of a text looks like an encoded entry; cheaper than decoding it. */
    static boolean looksValid(String text, int from, int to) {
        int tabs = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            tabs += c == '\t' ? 1 : 0;
            if (c < ' ' && c != '\t' || c > '~' || tabs < 2 && c != '\t' && (c < '0' || c > '9')) {
                return false;
            }
        }
        int status = text.indexOf('\t', from) + 1;
        return tabs == FIELDS - 1
                && status > from + 1
                && status < from + 16
                && text.indexOf('\t', status) == status + 3;
    }

    /** Returns when the response was received, in seconds since the epoch. */
    static long checked(String line) {
        return Long.parseLong(line, 0, line.indexOf('\t'), 10);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String field) {
        return field.isEmpty() ? null : field;
    }

    private static String base64(long[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
        bytes.asLongBuffer().put(numbers);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static long[] numbers(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        long[] numbers = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
        return numbers;
    }
}
