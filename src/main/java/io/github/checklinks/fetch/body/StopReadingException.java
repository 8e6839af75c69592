// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import java.io.IOException;

/** Thrown to make the client close a connection whose remaining bytes are not needed. Has no stack trace, because it is not an error. */
public final class StopReadingException extends IOException {

    private static final long serialVersionUID = 1L;

    public StopReadingException() {
        super("enough was read");
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // there is no state to guard
    public Throwable fillInStackTrace() {
        return this;
    }
}
