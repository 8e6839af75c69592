package io.github.checklinks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NamesTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final AtomicInteger lookups = new AtomicInteger();

    private InetAddress[] lookup(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        asked.add(host);
        if (host.equals("known.test")) {
            return new InetAddress[] {InetAddress.getByName("10.0.0.1"), InetAddress.getByName("10.0.0.2")};
        }
        throw new UnknownHostException(host + ": Name or service not known");
    }

    @Test
    void aNameIsLookedUpOnTheExecutorOnly() {
        CompletableFuture<Names.Found> found = new Names(this::lookup, tasks::add).find("known.test");

        assertThat(lookups).hasValue(0);
        assertThat(found).isNotDone();
        tasks.remove().run();
        assertThat(found.join().addresses()).hasSize(2);
    }

    @Test
    void requestsAtTheSameTimeShareOneLookUp() {
        Names names = new Names(this::lookup, tasks::add);

        CompletableFuture<Names.Found> first = names.find("known.test");
        CompletableFuture<Names.Found> second = names.find("known.test");

        assertThat(second).isSameAs(first);
        assertThat(tasks).hasSize(1);
    }

    @Test
    void aNameIsAskedForOnceWhetherItIsKnownOrNot() {
        Names names = new Names(this::lookup, Runnable::run);

        for (int i = 0; i < 3; i++) {
            assertThat(names.find("known.test").join().isUnknown()).isFalse();
            assertThat(names.find("unknown.test").join().isUnknown()).isTrue();
        }

        assertThat(lookups).hasValue(2);
    }

    @Test
    void unknownNamesAreAskedForAgainOnceForgotten() {
        Names names = new Names(this::lookup, Runnable::run);
        names.find("known.test").join();
        names.find("unknown.test").join();

        names.forgetUnknown();
        names.find("known.test").join();
        names.find("unknown.test").join();

        // As another name to the platform, which keeps a failure for a while; and as its list of domains completes it.
        assertThat(asked).containsExactly("known.test", "unknown.test", "unknown.test.", "unknown.test");
    }

    @Test
    void aNameServiceThatStumbledIsBelievedTheSecondTime() {
        Names names = new Names(
                host -> {
                    if (host.equals("late.test.")) {
                        return new InetAddress[] {InetAddress.getLoopbackAddress()};
                    }
                    return lookup(host);
                },
                Runnable::run);
        assertThat(names.find("late.test").join().isUnknown()).isTrue();

        names.forgetUnknown();

        assertThat(names.find("late.test").join().isUnknown()).isFalse();
    }

    @Test
    void aNameServiceThatNeverAnswersIsNotAskedForEver() {
        Names names = new Names(this::silence, Runnable::run);

        for (int i = 0; i < 1000; i++) {
            assertThat(names.find("host" + i + ".test").join().isUnknown()).isTrue();
        }

        assertThat(lookups.get()).isLessThan(50);
    }

    @Test
    void aSilentNameServiceIsAskedOnceMoreInTheEnd() {
        Names names = new Names(this::silence, Runnable::run);
        for (int i = 0; i < 100; i++) {
            names.find("host" + i + ".test").join();
        }
        asked.clear();

        names.forgetUnknown();
        names.find("host99.test").join();

        assertThat(asked).contains("host99.test");
    }

    @Test
    void aNameServiceThatAnsweredOnceIsAskedForEveryName() {
        Names names = new Names(host -> host.equals("known.test") ? lookup(host) : silence(host), Runnable::run);
        names.find("known.test").join();

        for (int i = 0; i < 100; i++) {
            names.find("host" + i + ".test").join();
        }

        assertThat(lookups).hasValue(101);
    }

    private InetAddress[] silence(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        asked.add(host);
        throw new UnknownHostException(host + ": Temporary failure in name resolution");
    }

    @Test
    void anAddressIsNotLookedUp() {
        Names names = new Names(this::lookup, Runnable::run);

        assertThat(names.find("127.0.0.1").join().addresses()).containsExactly(InetAddress.getLoopbackAddress());
        assertThat(names.find("[::1]").join().addresses()).hasSize(1);
        assertThat(lookups).hasValue(0);
    }

    @Test
    void aRefusedLookUpFailsAndIsNotRemembered() {
        AtomicInteger calls = new AtomicInteger();
        Names names = new Names(this::lookup, task -> {
            if (calls.getAndIncrement() == 0) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        });

        assertThat(names.find("known.test")).isCompletedExceptionally();
        assertThat(names.find("known.test").join().isUnknown()).isFalse();
    }
}
