// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * One transmission of the request of an exchange, on one connection. A server may close a persistent connection at any time, even
 * while the next request is being sent, which says nothing about the requested resource. GET and HEAD may then be sent again (RFC
 * 9112 §9.3.1 and §9.5, RFC 9110 §9.2.2), on a new connection, so that a failure there is conclusive.
 */
final class Transmission implements FutureCallback<Void> {

    private static final String KEY = Transmission.class.getName();

    private final Exchange exchange;
    private final boolean fresh;
    private final Consumer<Exception> resend;
    private final BodyConsumer consumer;
    private volatile boolean isReused;
    private volatile boolean isHttp2;
    private volatile @Nullable EndpointDetails endpoint;
    private volatile long receivedBefore;
    private volatile @Nullable AsyncExecRuntime connection;
    private volatile @Nullable Future<?> future;

    /**
     * Creates a transmission.
     *
     * @param fresh whether it needs a connection that has not carried a request before
     * @param resend called with the reason if the request has to be sent again
     */
    Transmission(Exchange exchange, boolean fresh, Consumer<Exception> resend) {
        this.exchange = exchange;
        this.fresh = fresh;
        this.resend = resend;
        this.consumer = new BodyConsumer(exchange);
    }

    /** Returns the transmission that a context of the client belongs to; null if there is none. */
    static @Nullable Transmission of(HttpContext context) {
        return (Transmission) context.getAttribute(KEY);
    }

    void attachTo(HttpContext context) {
        context.setAttribute(KEY, this);
    }

    Exchange exchange() {
        return exchange;
    }

    String origin() {
        return exchange.request().url().origin();
    }

    BodyConsumer consumer() {
        return consumer;
    }

    /** Sets the runtime that holds its connection, or will hold it. */
    void setRuntime(AsyncExecRuntime runtime) {
        connection = runtime;
    }

    /** Records whether the leased connection is already open, and closes it if a new one is needed. */
    void onLeased(AsyncExecRuntime runtime) {
        boolean open = runtime.isEndpointConnected();
        if (open && fresh) {
            runtime.disconnectEndpoint();
        }
        isReused = open && !fresh;
    }

    /** Records the number of bytes that the connection has received before the request is written to it. */
    void beforeWrite(HttpCoreContext context) {
        isHttp2 = context.getProtocolVersion().greaterEquals(HttpVersion.HTTP_2);
        EndpointDetails details = context.getEndpointDetails();
        endpoint = details;
        receivedBefore = details == null ? 0 : details.getReceivedBytesCount();
    }

    /** Sets the future to cancel if the exchange ends early. */
    void setFuture(Future<?> started) {
        future = started;
        if (exchange.result().isDone()) {
            abandon();
        }
    }

    /** Ends the transmission early. */
    void abandon() {
        consumer.abort();
        Future<?> current = future;
        if (current != null) {
            current.cancel(true);
        }
        // Cancelling alone does not release connections whose server sends its body very slowly.
        AsyncExecRuntime leased = connection;
        if (leased != null) {
            leased.discardEndpoint();
        }
    }

    @Override
    public void completed(@Nullable Void nothing) {
        // the connection is not back in the pool yet: see BodyConsumer.releaseResources
    }

    @Override
    public void failed(Exception failure) {
        if (!exchange.isSettled() && isReuseFailure(failure)) {
            try {
                resend.accept(failure);
                return;
            } catch (RuntimeException | Error rejection) {
                failure.addSuppressed(rejection);
            }
        }
        exchange.settle(failure);
    }

    @Override
    public void cancelled() {
        exchange.cancelled();
    }

    /**
     * Returns whether it may have failed only because the connection was reused, so that the request should be sent again. On HTTP/2
     * that includes a timeout: the client does not report a GOAWAY that excludes the stream while the connection is open.
     */
    private boolean isReuseFailure(Exception failure) {
        return isReused
                && exchange.isSent()
                && (FailureClassifier.isProtocolViolation(failure)
                        || FailureClassifier.isLoss(failure) && isUnanswered()
                        || isHttp2 && FailureClassifier.isTimeout(failure));
    }

    private boolean isUnanswered() {
        EndpointDetails details = endpoint;
        // On HTTP/2 the bytes may belong to the connection or to other streams.
        return details == null || isHttp2 || details.getReceivedBytesCount() == receivedBefore;
    }
}
