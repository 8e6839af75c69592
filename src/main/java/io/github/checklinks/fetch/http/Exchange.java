// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.body.BodyBudget;
import io.github.checklinks.fetch.body.BodyDecoder;
import io.github.checklinks.fetch.body.BodyPolicy;
import io.github.checklinks.fetch.body.ResponseHead;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;

/**
 * One request in flight, from its start to its {@link Response}. The first of these events determines the response: an answer, a
 * failure, the deadline, or the closing of the fetcher. The deadline does not depend on the client.
 */
final class Exchange {

    /** How long discarding an unwanted body may take. */
    private static final long DISCARD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final byte[] NO_BODY = {};

    private final FetchContext fetchContext;
    private final Request request;
    private final HttpSettings.@Nullable Proxy proxy;
    private final CompletableFuture<Response> result = new CompletableFuture<>();
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile RequestPhase requestPhase = RequestPhase.RESOLVING;
    private volatile int refusal;
    private volatile boolean personal;
    private volatile @Nullable Transmission transmission;
    private final PausableTimeout pausableTimeout;
    private final IdleKeepAlive idleKeepAlive;
    private final BodyBudget.Claim claim;

    Exchange(FetchContext fetchContext, Request request, HttpSettings.@Nullable Proxy proxy) {
        this.fetchContext = fetchContext;
        this.request = request;
        this.proxy = proxy;
        this.pausableTimeout = new PausableTimeout(fetchContext.scheduler(), this::expire);
        this.idleKeepAlive = new IdleKeepAlive(
                fetchContext.scheduler(), fetchContext.settings().responseTimeout());
        this.claim = fetchContext.budget().claim();
    }

    Request request() {
        return request;
    }

    HttpSettings.@Nullable Proxy proxy() {
        return proxy;
    }

    CompletableFuture<Response> result() {
        return result;
    }

    long maxBodySize() {
        return fetchContext.settings().maxBodySize();
    }

    /** Returns the claim of its body on the memory budget. */
    BodyBudget.Claim claim() {
        return claim;
    }

    /** Called when its body begins to wait for memory. Stops the deadline meanwhile. */
    void pauseForMemory(CapacityChannel channel) {
        pausableTimeout.pause();
        idleKeepAlive.start(channel);
        if (result.isDone()) {
            resume();
        }
    }

    /** Called when its body no longer waits for memory. */
    void resume() {
        idleKeepAlive.stop();
        pausableTimeout.resume();
    }

    void enter(RequestPhase next) {
        requestPhase = next;
    }

    /** Returns whether the request is being sent or has been sent, and no answer has arrived yet. */
    boolean isSent() {
        return requestPhase == RequestPhase.SENT;
    }

    /** Marks the answer as personal, because of credentials or headers in the request, or an unverified connection. */
    void markPersonal() {
        personal = true;
    }

    /** Starts the deadline with the time that earlier requests of the attempt have left over. Delivers a failure if there is none left. */
    void begin() {
        long left = fetchContext.settings().linkTimeout().minus(request.spent()).toNanos();
        if (left > 0) {
            pausableTimeout.set(left);
        } else {
            settled.set(true);
            deliver(fetchContext.failureClassifier().noTimeLeft());
        }
    }

    /** Sets the current transmission: the first one, or one that replaces a lost one. */
    void setTransmission(Transmission next) {
        requestPhase = RequestPhase.CONNECTING;
        transmission = next;
    }

    ResponseHead read(HttpResponse response) {
        return ResponseHead.of(response, fetchContext.retryAfter());
    }

    boolean needsBody(ResponseHead responseHead) {
        return responseHead.isSuccess()
                && (request.requestMode() == RequestMode.ANY_CONTENT
                        || request.requestMode() == RequestMode.CONTENT
                                && BodyPolicy.reads(request.url().path(), responseHead.contentType()));
    }

    /** Returns whether an answer comes from the proxy itself, not from the target: 407, or any answer before its tunnel was established. */
    boolean isProxyAnswer(int status) {
        if (proxy == null) {
            return false;
        }
        return request.url().scheme().equals("https") ? requestPhase != RequestPhase.SENT : status == 407;
    }

    void refused(int status) {
        refusal = status;
    }

    /** Shortens the deadline for an unwanted body. */
    void limitDiscarding() {
        pausableTimeout.set(DISCARD_NANOS);
    }

    /** Completes the exchange with a response. */
    void deliver(Response response) {
        pausableTimeout.cancel();
        if (response instanceof Response.Answer answer && answer.body().length > 0) {
            claim.complete(answer.body().length, System.nanoTime());
        } else {
            claim.close();
        }
        if (!result.complete(response)) {
            claim.close();
        }
        resume();
    }

    /** Completes the exchange with an internal error. */
    void failInternally(Throwable failure) {
        deliver(fetchContext.failureClassifier().of(failure, requestPhase, null));
    }

    /** Ends the exchange because the fetcher is closed. */
    void stop() {
        settled.set(true);
        deliver(fetchContext.failureClassifier().stopped());
        abandon();
    }

    /** Completes the exchange with what has been received. Called when the client has finished the request. */
    void settle(@Nullable Exception failure) {
        if (!settled.compareAndSet(false, true)) {
            return;
        }
        try {
            conclude(failure);
        } catch (Throwable bug) {
            failInternally(bug);
        }
    }

    /** Returns whether the response has been determined. */
    boolean isSettled() {
        return settled.get();
    }

    /** Ends the exchange because the client cancelled the request. */
    void cancelled() {
        if (settled.compareAndSet(false, true)) {
            deliver(fetchContext.failureClassifier().stopped());
        }
    }

    private void conclude(@Nullable Exception failure) {
        BodyConsumer consumer = consumer();
        ResponseHead responseHead = consumer == null ? null : consumer.head();
        if (responseHead != null && proxy != null) {
            fetchContext.proxyHealth().forwarded(proxy);
        }
        if (refusal != 0 && proxy != null) {
            fetchContext
                    .proxyHealth()
                    .refused(proxy, String.valueOf(request.url().host()), refusal);
            deliver(fetchContext.failureClassifier().refused(proxy, refusal));
        } else if (consumer != null && responseHead != null && !consumer.isWanted()) {
            deliver(answer(responseHead, NO_BODY, false));
        } else if (consumer != null && responseHead != null && consumer.isComplete()) {
            pausableTimeout.cancel();
            decode(responseHead, consumer);
        } else {
            Throwable cause = failure == null ? new IllegalStateException("ended without an answer") : failure;
            deliver(fetchContext.failureClassifier().of(cause, requestPhase, proxy));
        }
    }

    private @Nullable BodyConsumer consumer() {
        Transmission current = transmission;
        return current == null ? null : current.consumer();
    }

    private Response.Answer answer(ResponseHead responseHead, byte[] body, boolean cut) {
        return responseHead.answer(body, cut, personal, claim::close);
    }

    private void decode(ResponseHead responseHead, BodyConsumer consumer) {
        BodyDecoder bodyDecoder =
                new BodyDecoder(request.url().path(), responseHead, consumer.body(), consumer.isCut());
        if (!bodyDecoder.isNeeded()) {
            deliver(answer(responseHead, bodyDecoder.body(), bodyDecoder.isCut()));
            return;
        }
        Runnable work = () -> fetchContext.execute(() -> finish(bodyDecoder), this::failInternally);
        if (claim.take(bodyDecoder.maxSize(maxBodySize()), work)) {
            work.run();
        }
    }

    private void finish(BodyDecoder bodyDecoder) {
        String broken = bodyDecoder.run(maxBodySize());
        deliver(
                broken == null
                        ? answer(bodyDecoder.head(), bodyDecoder.body(), bodyDecoder.isCut())
                        : fetchContext.failureClassifier().undecodable(broken));
    }

    private void expire() {
        if (!settled.compareAndSet(false, true)) {
            return;
        }
        BodyConsumer consumer = consumer();
        ResponseHead responseHead = consumer == null ? null : consumer.head();
        deliver(
                consumer != null && responseHead != null && !consumer.isWanted()
                        ? answer(responseHead, NO_BODY, false)
                        : fetchContext.failureClassifier().deadlineExceeded(requestPhase));
        abandon();
    }

    private void abandon() {
        Transmission current = transmission;
        if (current != null) {
            current.abandon();
        }
    }
}
