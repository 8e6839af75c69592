// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.target;

import io.github.checklinks.url.Patterns;

/**
 * Which URLs may be requested.
 *
 * @param excludes URLs that are never requested
 * @param allowPrivate hosts that may be requested although their address is private
 * @param reach how far requests may go
 */
public record ScopeSettings(Patterns excludes, Patterns allowPrivate, Reach reach) {

    /** How far requests may go. */
    public enum Reach {
        /** Nowhere: the network must not be used. */
        OFFLINE,

        /** To the site only. */
        SITE,

        /** To the site and to the targets outside it. */
        EVERYWHERE
    }
}
