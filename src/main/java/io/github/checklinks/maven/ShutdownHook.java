// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears that the JVM is told to end (Ctrl-C, a CI server's kill) while a check runs: passes it on, and holds the JVM until the check
 * has written what it knows. The one thing of the JVM's own that is touched, and taken back when closed.
 */
final class ShutdownHook implements AutoCloseable {

    /** The JVM is not held longer than this, whatever happens. */
    private static final long SECONDS = 10;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    /** Starts to listen. */
    ShutdownHook(Runnable stop) {
        hook = new Thread(() -> pass(stop), "check-links-stop");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            stop.run();
        }
    }

    private void pass(Runnable stop) {
        stop.run();
        try {
            boolean unused = over.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops listening: everything is written. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The JVM ends already, and the hook runs.
            return;
        }
    }
}
