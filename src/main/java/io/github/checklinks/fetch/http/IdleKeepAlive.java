// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads one byte per quarter of {@code responseTimeout} while a body waits for memory, so that the socket timeout of the client
 * does not fire.
 */
final class IdleKeepAlive {

    private final ScheduledExecutorService scheduler;
    private final long interval;
    private volatile @Nullable ScheduledFuture<?> task;

    IdleKeepAlive(ScheduledExecutorService scheduler, Duration responseTimeout) {
        this.scheduler = scheduler;
        this.interval = responseTimeout.toNanos() / 4;
    }

    void start(CapacityChannel channel) {
        task = scheduler.scheduleWithFixedDelay(() -> readByte(channel), interval, interval, TimeUnit.NANOSECONDS);
    }

    void stop() {
        ScheduledFuture<?> current = task;
        if (current != null) {
            current.cancel(false);
        }
    }

    private static void readByte(CapacityChannel channel) {
        try {
            channel.update(1);
        } catch (IOException e) {
            // the connection has failed meanwhile, which the client reports
        }
    }
}
