// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link with its verdict: an entry of the ledger.
 *
 * @param link the link
 * @param target the resolved absolute URL with its fragment, as serialised by browsers; null if it cannot be parsed as a URL
 * @param verdict the verdict on it
 * @param severity the severity of the verdict in this run
 * @param cached whether the response came from the cache
 * @param hops the redirects, in order, from the requested URL to the last one; empty if there was no redirect
 * @param answer where the answer about the target comes from; null if that is not known, or there is none
 */
public record CheckedLink(
        Link link,
        @Nullable String target,
        Verdict verdict,
        Severity severity,
        boolean cached,
        List<Hop> hops,
        @Nullable Answer answer) {

    /** Creates an entry for a link whose answer comes from this run or the cache. */
    public CheckedLink(
            Link link, @Nullable String target, Verdict verdict, Severity severity, boolean cached, List<Hop> hops) {
        this(link, target, verdict, severity, cached, hops, null);
    }
}
