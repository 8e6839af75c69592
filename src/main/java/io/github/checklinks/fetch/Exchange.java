// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

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

    private final Kit kit;
    private final Request request;
    private final HttpSettings.@Nullable Proxy proxy;
    private final CompletableFuture<Response> result = new CompletableFuture<>();
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile Stage stage = Stage.NAMING;
    private volatile int refusal;
    private volatile boolean personal;
    private volatile @Nullable Sending sending;
    private final Alarm alarm;
    private final Sips sips;
    private final BodyBudget.Claim share;

    Exchange(Kit kit, Request request, HttpSettings.@Nullable Proxy proxy) {
        this.kit = kit;
        this.request = request;
        this.proxy = proxy;
        this.alarm = new Alarm(kit.alarms(), this::expire);
        this.sips = new Sips(kit.alarms(), kit.settings().responseTimeout());
        this.share = kit.budget().claim();
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
        return kit.settings().maxBodySize();
    }

    /** The memory its body takes. */
    BodyBudget.Claim share() {
        return share;
    }

    /** Says that its body waits for memory: that time is not counted. */
    void waits(CapacityChannel channel) {
        alarm.pause();
        sips.start(channel);
        if (result.isDone()) {
            goesOn();
        }
    }

    /** Says that it waits no more. */
    void goesOn() {
        sips.stop();
        alarm.resume();
    }

    void reach(Stage reached) {
        stage = reached;
    }

    /** Whether the request is on its way, without an answer yet. */
    boolean isAsked() {
        return stage == Stage.ASKED;
    }

    /** Says that the answer is for us alone, because of what the request carries. */
    void markPersonal() {
        personal = true;
    }

    /** Starts the clock, with what the requests before this one left of the attempt's time. Ends it if that is nothing. */
    void begin() {
        long left = kit.settings().linkTimeout().minus(request.spent()).toNanos();
        if (left > 0) {
            alarm.set(left);
        } else {
            settled.set(true);
            deliver(kit.failures().spent());
        }
    }

    /** Sets the transmission that is under way, the first one or one in the place of a lost one. */
    void sends(Sending next) {
        stage = Stage.CONNECTING;
        sending = next;
    }

    Head read(HttpResponse response) {
        return Head.of(response, kit.retryAfter());
    }

    boolean wants(Head head) {
        return head.isSuccess()
                && (request.want() == Want.ANY_CONTENT
                        || request.want() == Want.CONTENT
                                && BodyChoice.reads(request.url().path(), head.contentType()));
    }

    /** Whether an answer is the proxy's own, not the target's: 407, or anything said before its tunnel stood. */
    boolean isProxyAnswer(int status) {
        if (proxy == null) {
            return false;
        }
        return request.url().scheme().equals("https") ? stage != Stage.ASKED : status == 407;
    }

    void refused(int status) {
        refusal = status;
    }

    /** Leaves a body nobody wants little time to end. */
    void hurry() {
        alarm.set(HURRY_NANOS);
    }

    /** Ends it with a response. */
    void deliver(Response response) {
        alarm.cancel();
        if (response instanceof Response.Answer answer && answer.body().length > 0) {
            share.keep(answer.body().length, System.nanoTime());
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
        deliver(kit.failures().of(trouble, stage, null));
    }

    /** Ends it because the fetcher ends. */
    void stop() {
        settled.set(true);
        deliver(kit.failures().stopped());
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
            deliver(kit.failures().stopped());
        }
    }

    private void conclude(@Nullable Exception trouble) {
        BodyConsumer consumer = consumer();
        Head head = consumer == null ? null : consumer.head();
        if (head != null && proxy != null) {
            kit.watch().passed(proxy);
        }
        if (refusal != 0 && proxy != null) {
            kit.watch().refused(proxy, String.valueOf(request.url().host()), refusal);
            deliver(kit.failures().refused(proxy, refusal));
        } else if (consumer != null && head != null && !consumer.isWanted()) {
            deliver(answer(head, NOTHING, false));
        } else if (consumer != null && head != null && consumer.isComplete()) {
            alarm.cancel();
            unpack(head, consumer);
        } else {
            Throwable cause = trouble == null ? new IllegalStateException("ended without an answer") : trouble;
            deliver(kit.failures().of(cause, stage, proxy));
        }
    }

    private @Nullable BodyConsumer consumer() {
        Sending current = sending;
        return current == null ? null : current.consumer();
    }

    private Response.Answer answer(Head head, byte[] body, boolean cut) {
        return head.answer(body, cut, personal, share::close);
    }

    private void unpack(Head head, BodyConsumer consumer) {
        Unpacking unpacking = new Unpacking(request.url().path(), head, consumer.body(), consumer.isCut());
        if (!unpacking.isNeeded()) {
            deliver(answer(head, unpacking.body(), unpacking.isCut()));
            return;
        }
        Runnable work = () -> kit.execute(() -> finish(unpacking), this::bug);
        if (share.take(unpacking.room(maxBodySize()), work)) {
            work.run();
        }
    }

    private void finish(Unpacking unpacking) {
        String broken = unpacking.run(maxBodySize());
        deliver(
                broken == null
                        ? answer(unpacking.head(), unpacking.body(), unpacking.isCut())
                        : kit.failures().broken(broken));
    }

    private void expire() {
        if (!settled.compareAndSet(false, true)) {
            return;
        }
        BodyConsumer consumer = consumer();
        Head head = consumer == null ? null : consumer.head();
        deliver(
                consumer != null && head != null && !consumer.isWanted()
                        ? answer(head, NOTHING, false)
                        : kit.failures().late(stage));
        abandon();
    }

    private void abandon() {
        Sending current = sending;
        if (current != null) {
            current.abandon();
        }
    }
}
