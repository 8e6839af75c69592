// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.nio.file.Path;

/** The site to check. */
public sealed interface Site {

    /** Returns the absolute URL below which targets belong to the site, with a final slash. */
    String base();

    /**
     * A built site on disk.
     *
     * @param directory its root directory
     * @param base the URL at which it will be published, or {@code https://site.invalid/} if unknown
     * @param published whether {@code base} is known
     */
    record Built(Path directory, String base, boolean published) implements Site {}

    /**
     * A site on a web server.
     *
     * @param start the URL at which the crawl starts
     * @param base the origin and directory of {@code start}
     */
    record Served(String start, String base) implements Site {}
}
