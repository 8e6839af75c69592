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
 * One transmission of an exchange's request, on one connection. A server may close a connection at any time, also while the next
 * request is on its way to it, which says nothing about what was asked for. GET and HEAD may then be sent again (RFC 9112 §9.3.1 and §9.5, RFC
 * 9110 §9.2.2), on a connection that carried no request before, so that a failure there is the server's answer.
 */
final class Transmission implements FutureCallback<Void> {

    private static final String KEY = Transmission.class.getName();

    private final Exchange exchange;
    private final boolean fresh;
    private final Consumer<Exception> again;
    private final BodyConsumer consumer;
    private volatile boolean reused;
    private volatile boolean http2;
    private volatile @Nullable EndpointDetails traffic;
    private volatile long receivedBefore;
    private volatile @Nullable AsyncExecRuntime connection;
    private volatile @Nullable Future<?> flight;

    /**
     * Prepares it.
     *
     * @param fresh whether it needs a connection that carried no request before
     * @param again called with the reason when the request is to be sent once more
     */
    Transmission(Exchange exchange, boolean fresh, Consumer<Exception> again) {
        this.exchange = exchange;
        this.fresh = fresh;
        this.again = again;
        this.consumer = new BodyConsumer(exchange);
    }

    /** The transmission a client's context belongs to. */
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

    /** Sets what holds its connection, or will. */
    void on(AsyncExecRuntime runtime) {
        connection = runtime;
    }

    /** Notes whether the connection from the pool is open already, and drops that one where a new one is needed. */
    void leased(AsyncExecRuntime runtime) {
        boolean open = runtime.isEndpointConnected();
        if (open && fresh) {
            runtime.disconnectEndpoint();
        }
        reused = open && !fresh;
    }

    /** Notes what the connection has received before the request is written to it. */
    void departs(HttpCoreContext context) {
        http2 = context.getProtocolVersion().greaterEquals(HttpVersion.HTTP_2);
        EndpointDetails details = context.getEndpointDetails();
        traffic = details;
        receivedBefore = details == null ? 0 : details.getReceivedBytesCount();
    }

    /** Sets what to cancel when the exchange ends early. */
    void flying(Future<?> future) {
        flight = future;
        if (exchange.result().isDone()) {
            abandon();
        }
    }

    /** Ends it early. */
    void abandon() {
        consumer.abort();
        Future<?> flying = flight;
        if (flying != null) {
            flying.cancel(true);
        }
        // Cancelling alone leaves some connections leased for good, those that drip.
        AsyncExecRuntime held = connection;
        if (held != null) {
            held.discardEndpoint();
        }
    }

    @Override
    public void completed(@Nullable Void nothing) {
        // the connection is not back in the pool yet: see BodyConsumer.releaseResources
    }

    @Override
    public void failed(Exception trouble) {
        if (!exchange.isSettled() && isForNothing(trouble)) {
            try {
                again.accept(trouble);
                return;
            } catch (RuntimeException | Error refused) {
                trouble.addSuppressed(refused);
            }
        }
        exchange.settle(trouble);
    }

    @Override
    public void cancelled() {
        exchange.cancelled();
    }

    /**
     * Whether it failed because of what the connection was used for before, not because of what was asked. On HTTP/2 silence may
     * mean that, too: of a GOAWAY that left the stream out, the client says nothing while the connection is open.
     */
    private boolean isForNothing(Exception trouble) {
        return reused
                && exchange.isAsked()
                && (FailureClassifier.isNonsense(trouble)
                        || FailureClassifier.isLoss(trouble) && isUnanswered()
                        || http2 && FailureClassifier.isSilence(trouble));
    }

    private boolean isUnanswered() {
        EndpointDetails details = traffic;
        // Frames of HTTP/2 arrive for the connection, too.
        return details == null || http2 || details.getReceivedBytesCount() == receivedBefore;
    }
}
