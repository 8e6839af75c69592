// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

/**
 * A link with what was concluded of it: one line of the ledger.
 *
 * @param link the link
 * @param verdict what was concluded
 * @param severity how much that weighs in this run
 * @param cached whether an earlier run's answer was used
 */
public record CheckedLink(Link link, Verdict verdict, Severity severity, boolean cached) {}
