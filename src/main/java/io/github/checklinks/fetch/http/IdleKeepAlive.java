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
 * The byte now and then that is read of a body that waits for memory, so that the client does not take the server for
 * silent.
 */
final class IdleKeepAlive {

    private final ScheduledExecutorService alarms;
    private final long interval;
    private volatile @Nullable ScheduledFuture<?> sipping;

    IdleKeepAlive(ScheduledExecutorService alarms, Duration responseTimeout) {
        this.alarms = alarms;
        this.interval = responseTimeout.toNanos() / 4;
    }

    void start(CapacityChannel channel) {
        sipping = alarms.scheduleWithFixedDelay(() -> sip(channel), interval, interval, TimeUnit.NANOSECONDS);
    }

    void stop() {
        ScheduledFuture<?> current = sipping;
        if (current != null) {
            current.cancel(false);
        }
    }

    private static void sip(CapacityChannel channel) {
        try {
            channel.update(1);
        } catch (IOException e) {
            // the connection has failed meanwhile, and the client tells so
        }
    }
}
