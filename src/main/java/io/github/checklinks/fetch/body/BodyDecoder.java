// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import org.jspecify.annotations.Nullable;

/**
 * Decodes a complete body: its content codings, and for a file such as a compressed sitemap also the gzip format of the file
 * itself. Not thread-safe.
 */
public final class BodyDecoder {

    private final ResponseHead responseHead;
    private final boolean gzipFile;
    private byte[] body;
    private boolean cut;

    /**
     * Creates a decoder for a body.
     *
     * @param path the path of the request's URL; {@code .gz} marks gzip files
     * @param cut whether the body exceeded the limit and was truncated
     */
    public BodyDecoder(String path, ResponseHead responseHead, byte[] body, boolean cut) {
        this.responseHead = responseHead;
        this.gzipFile = BodyPolicy.isGzipFile(path);
        this.body = body;
        this.cut = cut;
    }

    public ResponseHead head() {
        return responseHead;
    }

    /** Returns the body; decoded once {@link #run} has returned. */
    public byte[] body() {
        return body;
    }

    /** Returns whether the body was truncated at a limit. */
    public boolean isCut() {
        return cut;
    }

    /** Returns whether there is anything to decode. */
    public boolean isNeeded() {
        return gzipFile || responseHead.isEncoded();
    }

    /** Returns the maximum size of the decoded body, in bytes. */
    public long maxSize(long maxBodySize) {
        return ContentDecoder.maxDecodedSize(body.length, gzipFile && responseHead.isEncoded(), maxBodySize);
    }

    /**
     * Decodes the body. CPU-bound: do not call it on an I/O thread.
     *
     * @return why the body could not be decoded; null on success
     */
    @Nullable
    public String run(long maxBodySize) {
        ContentDecoder contentDecoder = new ContentDecoder(maxBodySize);
        ContentDecoder.Inflated inflated = contentDecoder.inflate(body, responseHead.codings());
        if (inflated.broken() == null && gzipFile) {
            cut |= inflated.cut();
            inflated = contentDecoder.gunzip(inflated.body());
        }
        String broken = cut ? null : inflated.broken();
        body = inflated.body();
        cut |= inflated.cut();
        return broken;
    }
}
