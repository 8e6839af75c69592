// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.nio.file.Path;

/** What is under check. */
public sealed interface Site {

    /** The absolute URL below which a target belongs to the site, with a final slash. */
    String base();

    /**
     * A site on disk.
     *
     * @param directory its root
     * @param base where it will be published, or {@code https://site.invalid/} when nobody knows
     * @param published whether {@code base} is a real address
     */
    record Built(Path directory, String base, boolean published) implements Site {}

    /**
     * A site behind a server.
     *
     * @param start the address where the crawl starts
     * @param base the origin and directory of {@code start}
     */
    record Served(String start, String base) implements Site {}
}
