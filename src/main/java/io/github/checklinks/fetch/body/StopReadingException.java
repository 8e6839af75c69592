// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import java.io.IOException;

/** Thrown to have the client close a connection whose remaining bytes nobody wants. Has no stack: it tells of no trouble. */
public final class StopReadingException extends IOException {

    private static final long serialVersionUID = 1L;

    public StopReadingException() {
        super("enough was read");
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // touches nothing
    public Throwable fillInStackTrace() {
        return this;
    }
}
