package io.github.checklinks.fetch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * One request in flight, from its start to its one {@link Response}. Whoever comes first decides it: the answer, a
 * failure, the deadline, the fetcher's end. Its deadline does not depend on the client.
 */
final class Exchange implements FutureCallback<Void> {

    /** How long a body nobody wants may take to end by itself. */
    private static final long HURRY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final String KEY = Exchange.class.getName();
    private static final byte[] NOTHING = {};

    private final Kit kit;
    private final Request request;
    private final HttpSettings.@Nullable Proxy proxy;
    private final CompletableFuture<Response> result = new CompletableFuture<>();
    private final BodyConsumer consumer = new BodyConsumer(this);
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile Stage stage = Stage.NAMING;
    private volatile int refusal;
    private volatile boolean personal;
    private volatile @Nullable Runnable nonsense;
    private volatile @Nullable AsyncExecRuntime connection;
    private volatile @Nullable Future<?> flight;
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

    /** The exchange a client's context belongs to. */
    static @Nullable Exchange of(HttpContext context) {
        return (Exchange) context.getAttribute(KEY);
    }

    void attachTo(HttpContext context) {
        context.setAttribute(KEY, this);
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

    BodyConsumer consumer() {
        return consumer;
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

    /**
     * Says that the connection may have been used before: if what comes on it is no answer, it may be what was left
     * over from the one before, so this is to be done and asking again may help.
     */
    void onNonsense(Runnable then) {
        nonsense = then;
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

    /** Says what holds its connection, or will. */
    void on(AsyncExecRuntime runtime) {
        connection = runtime;
    }

    /** Says what to cancel when the exchange ends early. */
    void flying(Future<?> future) {
        flight = future;
        if (result.isDone()) {
            future.cancel(true);
        }
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

    @Override
    public void completed(@Nullable Void nothing) {
        // the connection is not back in the pool yet: see BodyConsumer.releaseResources
    }

    @Override
    public void failed(Exception trouble) {
        settle(trouble);
    }

    @Override
    public void cancelled() {
        if (settled.compareAndSet(false, true)) {
            deliver(kit.failures().stopped());
        }
    }

    private void conclude(@Nullable Exception trouble) {
        Head head = consumer.head();
        if (head != null && proxy != null) {
            kit.watch().passed(proxy);
        }
        if (refusal != 0 && proxy != null) {
            kit.watch().refused(proxy, String.valueOf(request.url().host()), refusal);
            deliver(kit.failures().refused(proxy, refusal));
        } else if (head != null && !consumer.isWanted()) {
            deliver(answer(head, NOTHING, false));
        } else if (head != null && consumer.isComplete()) {
            alarm.cancel();
            unpack(head);
        } else {
            Throwable cause = trouble == null ? new IllegalStateException("ended without an answer") : trouble;
            Response.None none = kit.failures().of(cause, stage, proxy);
            Runnable then = nonsense;
            if (then != null && stage == Stage.ASKED && Failures.isNonsense(cause)) {
                then.run();
                none = new Response.None(none.rule(), none.detail(), true);
            }
            deliver(none);
        }
    }

    private Response.Answer answer(Head head, byte[] body, boolean cut) {
        return head.answer(body, cut, personal, share::close);
    }

    private void unpack(Head head) {
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
        Head head = consumer.head();
        deliver(
                head != null && !consumer.isWanted()
                        ? answer(head, NOTHING, false)
                        : kit.failures().late(stage));
        abandon();
    }

    private void abandon() {
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
}
