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
 */
public record CheckedLink(
        Link link, @Nullable String target, Verdict verdict, Severity severity, boolean cached, List<Hop> hops) {}
