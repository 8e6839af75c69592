package io.github.checklinks.fetch;

import org.jspecify.annotations.Nullable;

/**
 * A complete body on its way from what was sent to what was meant: its content codings, and for a file such as a packed
 * sitemap also the packing of the file itself. For one thread at a time.
 */
final class Unpacking {

    private final Head head;
    private final boolean file;
    private byte[] body;
    private boolean cut;

    /**
     * A body to be unpacked.
     *
     * @param path of the request's URL, whose ending tells packed files
     * @param cut whether the body was longer than allowed
     */
    Unpacking(String path, Head head, byte[] body, boolean cut) {
        this.head = head;
        this.file = BodyChoice.isPacked(path);
        this.body = body;
        this.cut = cut;
    }

    Head head() {
        return head;
    }

    /** The body as far as it is unpacked. */
    byte[] body() {
        return body;
    }

    /** Whether a limit ended the body early. */
    boolean isCut() {
        return cut;
    }

    /** Whether there is anything to undo. */
    boolean isNeeded() {
        return file || head.isPacked();
    }

    /** Most bytes the result may take. */
    long room(long maxBodySize) {
        return Inflation.mostOf(body.length, file && head.isPacked(), maxBodySize);
    }

    /**
     * Undoes it all; takes time.
     *
     * @return why that was impossible; null when it is done
     */
    @Nullable
    String run(long maxBodySize) {
        Inflation inflation = new Inflation(maxBodySize);
        Inflation.Inflated inflated = inflation.inflate(body, head.codings());
        if (inflated.broken() == null && file) {
            cut |= inflated.cut();
            inflated = inflation.gunzip(inflated.body());
        }
        String broken = cut ? null : inflated.broken();
        body = inflated.body();
        cut |= inflated.cut();
        return broken;
    }
}
