// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import org.jspecify.annotations.Nullable;

/**
 * A complete body on its way from what was sent to what was meant: its content codings, and for a file such as a packed
 * sitemap also the packing of the file itself. For one thread at a time.
 */
public final class BodyDecoder {

    private final ResponseHead responseHead;
    private final boolean file;
    private byte[] body;
    private boolean cut;

    /**
     * A body to be unpacked.
     *
     * @param path of the request's URL, whose ending tells packed files
     * @param cut whether the body was longer than allowed
     */
    public BodyDecoder(String path, ResponseHead responseHead, byte[] body, boolean cut) {
        this.responseHead = responseHead;
        this.file = BodyPolicy.isPacked(path);
        this.body = body;
        this.cut = cut;
    }

    public ResponseHead head() {
        return responseHead;
    }

    /** The body as far as it is unpacked. */
    public byte[] body() {
        return body;
    }

    /** Whether a limit ended the body early. */
    public boolean isCut() {
        return cut;
    }

    /** Whether there is anything to undo. */
    public boolean isNeeded() {
        return file || responseHead.isPacked();
    }

    /** Most bytes the result may take. */
    public long room(long maxBodySize) {
        return ContentDecoder.mostOf(body.length, file && responseHead.isPacked(), maxBodySize);
    }

    /**
     * Undoes it all; takes time.
     *
     * @return why that was impossible; null when it is done
     */
    @Nullable
    public String run(long maxBodySize) {
        ContentDecoder contentDecoder = new ContentDecoder(maxBodySize);
        ContentDecoder.Inflated inflated = contentDecoder.inflate(body, responseHead.codings());
        if (inflated.broken() == null && file) {
            cut |= inflated.cut();
            inflated = contentDecoder.gunzip(inflated.body());
        }
        String broken = cut ? null : inflated.broken();
        body = inflated.body();
        cut |= inflated.cut();
        return broken;
    }
}
