// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import io.github.checklinks.fetch.body.BoundedBuffer;
import io.github.checklinks.fetch.body.ResponseHead;
import io.github.checklinks.fetch.body.StopReadingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Consumes one answer on the I/O thread of the client: its header, and its body if that is needed. If it is not, the connection
 * is closed after the header, unless the body is only a few kilobytes: discarding those keeps the connection alive for the next
 * request. Any early end is an exception thrown into the client, because only that reliably returns the connection to the pool.
 */
final class BodyConsumer implements AsyncResponseConsumer<Void> {

    /** The maximum number of bytes of an unwanted body that are read to keep the connection alive. */
    static final int MAX_DISCARDED = 4 << 10;

    /** The number of bytes by which the capacity for a body grows at a time. */
    private static final int WINDOW = 64 << 10;

    private final Exchange exchange;
    private volatile boolean aborted;
    private volatile boolean wanted;
    private volatile boolean ended;
    private volatile boolean cut;
    private volatile @Nullable ResponseHead responseHead;
    private @Nullable BoundedBuffer buffer;
    private @Nullable FutureCallback<Void> callback;
    private int discarded;
    private long received;
    private final AtomicLong granted = new AtomicLong();
    private volatile boolean waiting;

    BodyConsumer(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Stops reading at the next byte. Cancelling the future of the client is not enough: it has no effect on an error response whose body is sent slowly. */
    void abort() {
        aborted = true;
    }

    /** Returns the header of the answer; null until it has been received. */
    @Nullable
    ResponseHead head() {
        return responseHead;
    }

    /** Returns whether the body is needed. */
    boolean isWanted() {
        return wanted;
    }

    /** Returns whether the body has been received completely or up to the limit. */
    boolean isComplete() {
        return ended || cut;
    }

    /** Returns whether the body exceeded the limit and was truncated. */
    boolean isCut() {
        return cut;
    }

    /** Returns the body as sent. To be called once, when it is complete. */
    byte[] body() {
        BoundedBuffer current = buffer;
        return current == null ? new byte[0] : current.toArray();
    }

    @Override
    public void consumeResponse(
            HttpResponse response, @Nullable EntityDetails entity, HttpContext context, FutureCallback<Void> callback)
            throws IOException {
        this.callback = callback;
        checkNotAborted();
        if (exchange.isProxyAnswer(response.getCode())) {
            exchange.refused(response.getCode());
            throw new StopReadingException();
        }
        ResponseHead arrived = exchange.read(response);
        wanted = entity != null && exchange.needsBody(arrived);
        if (wanted && entity != null) {
            buffer = new BoundedBuffer(exchange.maxBodySize(), entity.getContentLength());
        }
        responseHead = arrived;
        exchange.enter(RequestPhase.RECEIVING);
        if (entity == null) {
            end();
        } else if (!wanted) {
            if (entity.getContentLength() > MAX_DISCARDED) {
                throw new StopReadingException();
            }
            exchange.limitDiscarding();
        }
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        checkNotAborted();
        BoundedBuffer target = buffer;
        if (target == null) {
            discarded += source.remaining();
            source.position(source.limit());
            if (discarded > MAX_DISCARDED) {
                throw new StopReadingException();
            }
        } else {
            received += source.remaining();
            long unclaimed = received - granted.get();
            if (unclaimed > 0) {
                // The client also passes on what it has already buffered, beyond the granted capacity.
                exchange.claim().add(unclaimed);
                granted.addAndGet(unclaimed);
            }
            if (!target.append(source)) {
                cut = true;
                throw new StopReadingException();
            }
        }
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        if (buffer == null) {
            channel.update(Integer.MAX_VALUE);
        } else if (!waiting) {
            requestWindow(channel);
        }
    }

    /** Grants another window once there is memory for it; until then nothing is read from the connection (back-pressure). */
    private void requestWindow(CapacityChannel channel) throws IOException {
        waiting = true;
        exchange.pauseForMemory(channel);
        if (exchange.claim().take(WINDOW, () -> grantLater(channel))) {
            grant(channel);
        }
    }

    private void grantLater(CapacityChannel channel) {
        try {
            grant(channel);
        } catch (IOException | RuntimeException e) {
            // the connection has failed meanwhile, which the client reports
        }
    }

    private void grant(CapacityChannel channel) throws IOException {
        granted.addAndGet(WINDOW);
        waiting = false;
        exchange.resume();
        channel.update(WINDOW);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        end();
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 1xx does not affect the result
    }

    @Override
    public void failed(Exception cause) {
        // the exchange is notified by the callback of the client
    }

    /** Called when the connection is back in the pool and may be used for another request. */
    @Override
    public void releaseResources() {
        if (ended) {
            exchange.settle(null);
        }
    }

    private void end() {
        ended = true;
        FutureCallback<Void> current = callback;
        if (current != null) {
            current.completed(null);
        }
    }

    private void checkNotAborted() throws StopReadingException {
        if (aborted) {
            throw new StopReadingException();
        }
    }
}
