// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpException;

/** A pending lease of a connection, open or not, from the pool for one transmission. */
final class ConnectionLease implements FutureCallback<AsyncExecRuntime> {

    /** What the client does once the connection is leased. */
    @FunctionalInterface
    interface Step {
        void proceed() throws HttpException, IOException;
    }

    private final Transmission transmission;
    private final AsyncExecCallback callback;
    private final Step next;

    ConnectionLease(Transmission transmission, AsyncExecCallback callback, Step next) {
        this.transmission = transmission;
        this.callback = callback;
        this.next = next;
    }

    @Override
    public void completed(AsyncExecRuntime runtime) {
        try {
            transmission.onLeased(runtime);
            next.proceed();
        } catch (HttpException | IOException | RuntimeException failure) {
            callback.failed(failure);
        }
    }

    @Override
    public void failed(Exception failure) {
        callback.failed(failure);
    }

    @Override
    public void cancelled() {
        callback.failed(new InterruptedIOException());
    }
}
