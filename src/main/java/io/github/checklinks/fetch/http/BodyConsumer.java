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
 * Takes in one answer on the client's I/O thread: its header, and its body where that is wanted. A body nobody wants is
 * ended at the header by closing the connection, but for a few bytes that came along with it: reading those keeps the
 * connection for the next request. Every way out but the regular one is an exception thrown into the client, the only
 * one that surely frees the pool's slot.
 */
final class BodyConsumer implements AsyncResponseConsumer<Void> {

    /** Most bytes of an unwanted body that are read for the connection's sake. */
    static final int SCRAPS = 4 << 10;

    /** Bytes of a body that are asked for at a time. */
    private static final int WINDOW = 64 << 10;

    private final Exchange exchange;
    private volatile boolean aborted;
    private volatile boolean wanted;
    private volatile boolean ended;
    private volatile boolean cut;
    private volatile @Nullable ResponseHead responseHead;
    private @Nullable BoundedBuffer boundedBuffer;
    private @Nullable FutureCallback<Void> callback;
    private int scraps;
    private long received;
    private final AtomicLong granted = new AtomicLong();
    private volatile boolean waiting;

    BodyConsumer(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Ends the reading at the next byte. Cancelling the client's future is not enough: for errors with a dripping body it does nothing. */
    void abort() {
        aborted = true;
    }

    /** The answer's header; null while there is none. */
    @Nullable
    ResponseHead head() {
        return responseHead;
    }

    /** Whether the body is needed. */
    boolean isWanted() {
        return wanted;
    }

    /** Whether all of the body that will ever be kept is there. */
    boolean isComplete() {
        return ended || cut;
    }

    /** Whether the body was longer than allowed. */
    boolean isCut() {
        return cut;
    }

    /** The body as sent; to be called once, when it is complete. */
    byte[] body() {
        BoundedBuffer all = boundedBuffer;
        return all == null ? new byte[0] : all.toArray();
    }

    @Override
    public void consumeResponse(
            HttpResponse response, @Nullable EntityDetails entity, HttpContext context, FutureCallback<Void> callback)
            throws IOException {
        this.callback = callback;
        proceed();
        if (exchange.isProxyAnswer(response.getCode())) {
            exchange.refused(response.getCode());
            throw new StopReadingException();
        }
        ResponseHead arrived = exchange.read(response);
        wanted = entity != null && exchange.wants(arrived);
        if (wanted && entity != null) {
            boundedBuffer = new BoundedBuffer(exchange.maxBodySize(), entity.getContentLength());
        }
        responseHead = arrived;
        exchange.reach(RequestPhase.ANSWERED);
        if (entity == null) {
            end();
        } else if (!wanted) {
            if (entity.getContentLength() > SCRAPS) {
                throw new StopReadingException();
            }
            exchange.hurry();
        }
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        proceed();
        BoundedBuffer kept = boundedBuffer;
        if (kept == null) {
            scraps += source.remaining();
            source.position(source.limit());
            if (scraps > SCRAPS) {
                throw new StopReadingException();
            }
        } else {
            received += source.remaining();
            long unasked = received - granted.get();
            if (unasked > 0) {
                // The client hands on what it holds already, whatever was granted.
                exchange.share().add(unasked);
                granted.addAndGet(unasked);
            }
            if (!kept.append(source)) {
                cut = true;
                throw new StopReadingException();
            }
        }
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        if (boundedBuffer == null) {
            channel.update(Integer.MAX_VALUE);
        } else if (!waiting) {
            askForRoom(channel);
        }
    }

    /** Grants the server a further window when there is memory for it; until then nothing is read from the connection. */
    private void askForRoom(CapacityChannel channel) throws IOException {
        waiting = true;
        exchange.waits(channel);
        if (exchange.share().take(WINDOW, () -> proceed(channel))) {
            goOn(channel);
        }
    }

    private void proceed(CapacityChannel channel) {
        try {
            goOn(channel);
        } catch (IOException | RuntimeException e) {
            // the connection has failed meanwhile, and the client tells so
        }
    }

    private void goOn(CapacityChannel channel) throws IOException {
        granted.addAndGet(WINDOW);
        waiting = false;
        exchange.goesOn();
        channel.update(WINDOW);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        end();
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 1xx says nothing about the target
    }

    @Override
    public void failed(Exception cause) {
        // the exchange is told by the client's callback
    }

    /** Called when the connection is back in the pool: only now another request may depart on it. */
    @Override
    public void releaseResources() {
        if (ended) {
            exchange.settle(null);
        }
    }

    private void end() {
        ended = true;
        FutureCallback<Void> told = callback;
        if (told != null) {
            told.completed(null);
        }
    }

    private void proceed() throws StopReadingException {
        if (aborted) {
            throw new StopReadingException();
        }
    }
}
