// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.List;

/**
 * A link with its verdict: an entry of the ledger.
 *
 * @param link the link
 * @param verdict the verdict on it
 * @param severity the severity of the verdict in this run
 * @param cached whether the response came from the cache
 * @param hops the redirects, in order, from the requested URL to the last one; empty if there was no redirect
 */
public record CheckedLink(Link link, Verdict verdict, Severity severity, boolean cached, List<Hop> hops) {}
