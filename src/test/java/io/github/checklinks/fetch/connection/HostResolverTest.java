// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.connection;

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

class HostResolverTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<String> lookedUp = new ArrayList<>();
    private final AtomicInteger lookups = new AtomicInteger();

    private InetAddress[] lookup(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        lookedUp.add(host);
        if (host.equals("known.test")) {
            return new InetAddress[] {InetAddress.getByName("10.0.0.1"), InetAddress.getByName("10.0.0.2")};
        }
        throw new UnknownHostException(host + ": Name or service not known");
    }

    @Test
    void aNameIsLookedUpOnTheExecutorOnly() {
        CompletableFuture<HostResolver.Found> found = new HostResolver(this::lookup, tasks::add).find("known.test");

        assertThat(lookups).hasValue(0);
        assertThat(found).isNotDone();
        tasks.remove().run();
        assertThat(found.join().addresses()).hasSize(2);
    }

    @Test
    void requestsAtTheSameTimeShareOneLookUp() {
        HostResolver hostResolver = new HostResolver(this::lookup, tasks::add);

        CompletableFuture<HostResolver.Found> first = hostResolver.find("known.test");
        CompletableFuture<HostResolver.Found> second = hostResolver.find("known.test");

        assertThat(second).isSameAs(first);
        assertThat(tasks).hasSize(1);
    }

    @Test
    void aNameIsLookedUpOnceWhetherItExistsOrNot() {
        HostResolver hostResolver = new HostResolver(this::lookup, Runnable::run);

        for (int i = 0; i < 3; i++) {
            assertThat(hostResolver.find("known.test").join().isUnknown()).isFalse();
            assertThat(hostResolver.find("unknown.test").join().isUnknown()).isTrue();
        }

        assertThat(lookups).hasValue(2);
    }

    @Test
    void unknownNamesAreLookedUpAgainOnceForgotten() {
        HostResolver hostResolver = new HostResolver(this::lookup, Runnable::run);
        hostResolver.find("known.test").join();
        hostResolver.find("unknown.test").join();

        hostResolver.forgetUnknown();
        hostResolver.find("known.test").join();
        hostResolver.find("unknown.test").join();

        // First with a trailing dot, which bypasses Java's cache of failures, then without, so that search domains
        // apply.
        assertThat(lookedUp).containsExactly("known.test", "unknown.test", "unknown.test.", "unknown.test");
    }

    @Test
    void aNameServiceThatFailedOnceIsTrustedTheSecondTime() {
        HostResolver hostResolver = new HostResolver(
                host -> {
                    if (host.equals("late.test.")) {
                        return new InetAddress[] {InetAddress.getLoopbackAddress()};
                    }
                    return lookup(host);
                },
                Runnable::run);
        assertThat(hostResolver.find("late.test").join().isUnknown()).isTrue();

        hostResolver.forgetUnknown();

        assertThat(hostResolver.find("late.test").join().isUnknown()).isFalse();
    }

    @Test
    void aNameServiceThatNeverAnswersIsNotQueriedForEver() {
        HostResolver hostResolver = new HostResolver(this::silence, Runnable::run);

        for (int i = 0; i < 1000; i++) {
            assertThat(hostResolver.find("host" + i + ".test").join().isUnknown())
                    .isTrue();
        }

        assertThat(lookups.get()).isLessThan(50);
    }

    @Test
    void aSilentNameServiceIsQueriedOnceMoreAtTheEnd() {
        HostResolver hostResolver = new HostResolver(this::silence, Runnable::run);
        for (int i = 0; i < 100; i++) {
            hostResolver.find("host" + i + ".test").join();
        }
        lookedUp.clear();

        hostResolver.forgetUnknown();
        hostResolver.find("host99.test").join();

        assertThat(lookedUp).contains("host99.test");
    }

    @Test
    void aNameServiceThatAnsweredOnceIsQueriedForEveryName() {
        HostResolver hostResolver =
                new HostResolver(host -> host.equals("known.test") ? lookup(host) : silence(host), Runnable::run);
        hostResolver.find("known.test").join();

        for (int i = 0; i < 100; i++) {
            hostResolver.find("host" + i + ".test").join();
        }

        assertThat(lookups).hasValue(101);
    }

    private InetAddress[] silence(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        lookedUp.add(host);
        throw new UnknownHostException(host + ": Temporary failure in name resolution");
    }

    @Test
    void anAddressIsNotLookedUp() {
        HostResolver hostResolver = new HostResolver(this::lookup, Runnable::run);

        assertThat(hostResolver.find("127.0.0.1").join().addresses()).containsExactly(InetAddress.getLoopbackAddress());
        assertThat(hostResolver.find("[::1]").join().addresses()).hasSize(1);
        assertThat(lookups).hasValue(0);
    }

    @Test
    void aRefusedLookUpFailsAndIsNotCached() {
        AtomicInteger calls = new AtomicInteger();
        HostResolver hostResolver = new HostResolver(this::lookup, task -> {
            if (calls.getAndIncrement() == 0) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        });

        assertThat(hostResolver.find("known.test")).isCompletedExceptionally();
        assertThat(hostResolver.find("known.test").join().isUnknown()).isFalse();
    }
}
