// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A JVM shutdown hook that stops a running check (Ctrl-C, or SIGTERM from a CI server) and delays the shutdown until the reports are
 * written. It is removed when closed; no other global state of the JVM is modified.
 */
final class ShutdownHook implements AutoCloseable {

    /** The maximum delay of the shutdown. */
    private static final long SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    /** Registers the hook. */
    ShutdownHook(Runnable stop) {
        hook = new Thread(() -> stopAndWait(stop), "check-links-stop");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            stop.run();
        }
    }

    private void stopAndWait(Runnable stop) {
        stop.run();
        try {
            boolean unused = finished.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Removes the hook and lets a shutdown in progress continue. */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The JVM is shutting down, and the hook is running.
            return;
        }
    }
}
