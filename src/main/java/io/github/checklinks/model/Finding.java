// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One target with one thing to say of it, and every link that leads there.
 *
 * @param rule what is wrong
 * @param severity how much it weighs in this run
 * @param zone on which side of the site's border the target lies
 * @param target the absolute URL, with the fragment when that is what is missing; the text as written when no browser could resolve it
 * @param message what is wrong, in words for a person, in one line
 * @param hint what to do; null when nothing certain is known
 * @param status the status of the last answer; 0 when there was none
 * @param redirects the addresses passed through, first to last; empty when there was no redirect
 * @param attempts how often the target was tried, the GET after a HEAD being no further attempt; 0 when nobody was asked
 * @param links the links that lead there, in reading order, never empty; read from disk on demand, so take each once
 */
public record Finding(
        Rule rule,
        Severity severity,
        Zone zone,
        String target,
        String message,
        @Nullable String hint,
        int status,
        List<String> redirects,
        int attempts,
        List<Link> links) {}
