// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.text;

/** Recognises that Java had too little memory, and says how to give it more. */
public final class MemoryShortage {

    private static final long MEGABYTE = 1L << 20;

    private MemoryShortage() {}

    /** Whether a failure, or what caused it, is a lack of memory. */
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
     * What happened and what to do, as part of a sentence.
     *
     * @param deed what the memory was needed for: "reading index.html"
     */
    public static String text(Throwable failure, String deed) {
        if (String.valueOf(failure.getMessage()).contains("native thread")) {
            return "the system had no memory for another thread while " + deed
                    + ": raise the limit of memory or processes of this user or container";
        }
        long most = Runtime.getRuntime().maxMemory() / MEGABYTE;
        return "Java ran out of memory (it may use " + most + " MB) while " + deed
                + ": give Maven more, with MAVEN_OPTS=-Xmx" + 2 * most + "m or -Xmx" + 2 * most
                + "m in .mvn/jvm.config";
    }
}
