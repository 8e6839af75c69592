// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

/** Detects a lack of memory and explains how to provide more. */
public final class MemoryShortage {

    private static final long MEGABYTE = 1L << 20;

    private MemoryShortage() {}

    /** Returns whether a failure, or one of its first 20 causes, is an {@link OutOfMemoryError}. */
    public static boolean is(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (at instanceof OutOfMemoryError) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    /**
     * Returns what happened and what to do, as part of a sentence.
     *
     * @param activity what the memory was needed for, such as "reading index.html"
     */
    public static String text(Throwable failure, String activity) {
        if (String.valueOf(failure.getMessage()).contains("native thread")) {
            return "the system had no memory for another thread while " + activity
                    + ": raise the limit of memory or processes of this user or container";
        }
        long megabytes = Runtime.getRuntime().maxMemory() / MEGABYTE;
        return "Java ran out of memory (it may use " + megabytes + " MB) while " + activity
                + ": give Maven more, with MAVEN_OPTS=-Xmx" + 2 * megabytes + "m or -Xmx" + 2 * megabytes
                + "m in .mvn/jvm.config";
    }
}
