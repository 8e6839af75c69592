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
 * One request in flight, from its start to its one {@link Response}. Whoever comes first decides it: the answer, a
 * failure, the deadline, the fetcher's end. Its deadline does not depend on the client.
 */
final class Exchange {

    /** How long a body nobody wants may take to end by itself. */
    private static final long HURRY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final byte[] NOTHING = {};

    private final FetchContext fetchContext;
    private final Request request;
    private final HttpSettings.@Nullable Proxy proxy;
    private final CompletableFuture<Response> result = new CompletableFuture<>();
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile RequestPhase requestPhase = RequestPhase.NAMING;
    private volatile int refusal;
    private volatile boolean personal;
    private volatile @Nullable Transmission transmission;
    private final PausableTimeout pausableTimeout;
    private final IdleKeepAlive idleKeepAlive;
    private final BodyBudget.Claim share;

    Exchange(FetchContext fetchContext, Request request, HttpSettings.@Nullable Proxy proxy) {
        this.fetchContext = fetchContext;
        this.request = request;
        this.proxy = proxy;
        this.pausableTimeout = new PausableTimeout(fetchContext.alarms(), this::expire);
        this.idleKeepAlive =
                new IdleKeepAlive(fetchContext.alarms(), fetchContext.settings().responseTimeout());
        this.share = fetchContext.budget().claim();
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

    /** The memory its body takes. */
    BodyBudget.Claim share() {
        return share;
    }

    /** Says that its body waits for memory: that time is not counted. */
    void waits(CapacityChannel channel) {
        pausableTimeout.pause();
        idleKeepAlive.start(channel);
        if (result.isDone()) {
            goesOn();
        }
    }

    /** Says that it waits no more. */
    void goesOn() {
        idleKeepAlive.stop();
        pausableTimeout.resume();
    }

    void reach(RequestPhase reached) {
        requestPhase = reached;
    }

    /** Whether the request is on its way, without an answer yet. */
    boolean isAsked() {
        return requestPhase == RequestPhase.ASKED;
    }

    /** Says that the answer is for us alone, because of what the request carries. */
    void markPersonal() {
        personal = true;
    }

    /** Starts the clock, with what the requests before this one left of the attempt's time. Ends it if that is nothing. */
    void begin() {
        long left = fetchContext.settings().linkTimeout().minus(request.spent()).toNanos();
        if (left > 0) {
            pausableTimeout.set(left);
        } else {
            settled.set(true);
            deliver(fetchContext.failureClassifier().spent());
        }
    }

    /** Sets the transmission that is under way, the first one or one in the place of a lost one. */
    void sends(Transmission next) {
        requestPhase = RequestPhase.CONNECTING;
        transmission = next;
    }

    ResponseHead read(HttpResponse response) {
        return ResponseHead.of(response, fetchContext.retryAfter());
    }

    boolean wants(ResponseHead responseHead) {
        return responseHead.isSuccess()
                && (request.requestMode() == RequestMode.ANY_CONTENT
                        || request.requestMode() == RequestMode.CONTENT
                                && BodyPolicy.reads(request.url().path(), responseHead.contentType()));
    }

    /** Whether an answer is the proxy's own, not the target's: 407, or anything said before its tunnel stood. */
    boolean isProxyAnswer(int status) {
        if (proxy == null) {
            return false;
        }
        return request.url().scheme().equals("https") ? requestPhase != RequestPhase.ASKED : status == 407;
    }

    void refused(int status) {
        refusal = status;
    }

    /** Leaves a body nobody wants little time to end. */
    void hurry() {
        pausableTimeout.set(HURRY_NANOS);
    }

    /** Ends it with a response. */
    void deliver(Response response) {
        pausableTimeout.cancel();
        if (response instanceof Response.Answer answer && answer.body().length > 0) {
            share.complete(answer.body().length, System.nanoTime());
        } else {
            share.close();
        }
        if (!result.complete(response)) {
            share.close();
        }
        goesOn();
    }

    /** Ends it with a mistake of ours. */
    void bug(Throwable trouble) {
        deliver(fetchContext.failureClassifier().of(trouble, requestPhase, null));
    }

    /** Ends it because the fetcher ends. */
    void stop() {
        settled.set(true);
        deliver(fetchContext.failureClassifier().stopped());
        abandon();
    }

    /** Ends it with what has come: called when the client is done with the request. */
    void settle(@Nullable Exception trouble) {
        if (!settled.compareAndSet(false, true)) {
            return;
        }
        try {
            conclude(trouble);
        } catch (Throwable bug) {
            bug(bug);
        }
    }

    /** Whether it has ended, or is about to. */
    boolean isSettled() {
        return settled.get();
    }

    /** Ends it because the client gave it up. */
    void cancelled() {
        if (settled.compareAndSet(false, true)) {
            deliver(fetchContext.failureClassifier().stopped());
        }
    }

    private void conclude(@Nullable Exception trouble) {
        BodyConsumer consumer = consumer();
        ResponseHead responseHead = consumer == null ? null : consumer.head();
        if (responseHead != null && proxy != null) {
            fetchContext.watch().passed(proxy);
        }
        if (refusal != 0 && proxy != null) {
            fetchContext.watch().refused(proxy, String.valueOf(request.url().host()), refusal);
            deliver(fetchContext.failureClassifier().refused(proxy, refusal));
        } else if (consumer != null && responseHead != null && !consumer.isWanted()) {
            deliver(answer(responseHead, NOTHING, false));
        } else if (consumer != null && responseHead != null && consumer.isComplete()) {
            pausableTimeout.cancel();
            unpack(responseHead, consumer);
        } else {
            Throwable cause = trouble == null ? new IllegalStateException("ended without an answer") : trouble;
            deliver(fetchContext.failureClassifier().of(cause, requestPhase, proxy));
        }
    }

    private @Nullable BodyConsumer consumer() {
        Transmission current = transmission;
        return current == null ? null : current.consumer();
    }

    private Response.Answer answer(ResponseHead responseHead, byte[] body, boolean cut) {
        return responseHead.answer(body, cut, personal, share::close);
    }

    private void unpack(ResponseHead responseHead, BodyConsumer consumer) {
        BodyDecoder bodyDecoder =
                new BodyDecoder(request.url().path(), responseHead, consumer.body(), consumer.isCut());
        if (!bodyDecoder.isNeeded()) {
            deliver(answer(responseHead, bodyDecoder.body(), bodyDecoder.isCut()));
            return;
        }
        Runnable work = () -> fetchContext.execute(() -> finish(bodyDecoder), this::bug);
        if (share.take(bodyDecoder.maxSize(maxBodySize()), work)) {
            work.run();
        }
    }

    private void finish(BodyDecoder bodyDecoder) {
        String broken = bodyDecoder.run(maxBodySize());
        deliver(
                broken == null
                        ? answer(bodyDecoder.head(), bodyDecoder.body(), bodyDecoder.isCut())
                        : fetchContext.failureClassifier().broken(broken));
    }

    private void expire() {
        if (!settled.compareAndSet(false, true)) {
            return;
        }
        BodyConsumer consumer = consumer();
        ResponseHead responseHead = consumer == null ? null : consumer.head();
        deliver(
                consumer != null && responseHead != null && !consumer.isWanted()
                        ? answer(responseHead, NOTHING, false)
                        : fetchContext.failureClassifier().late(requestPhase));
        abandon();
    }

    private void abandon() {
        Transmission current = transmission;
        if (current != null) {
            current.abandon();
        }
    }
}
