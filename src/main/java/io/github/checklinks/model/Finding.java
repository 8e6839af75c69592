// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem with a target, and all links to it.
 *
 * @param rule what is wrong
 * @param severity the severity in this run
 * @param zone whether the target belongs to the site
 * @param target the absolute URL, with the fragment if that is missing; the text of the link if it cannot be parsed as a URL
 * @param message what is wrong, as one line of text for users
 * @param hint what to do; null if that is not certain
 * @param status the status of the last response; 0 if there was none
 * @param hops the redirects, in order, from the requested URL to the last one; empty if there was no redirect
 * @param attempts the number of attempts, counting a GET after a HEAD as the same attempt; 0 if no request was sent
 * @param links the links to the target in reading order, never empty; read from disk on access, so get each only once
 * @param answer where the answer about the target comes from; null if that is not known, or there is none
 */
public record Finding(
        Rule rule,
        Severity severity,
        Zone zone,
        String target,
        String message,
        @Nullable String hint,
        int status,
        List<Hop> hops,
        int attempts,
        List<Link> links,
        @Nullable Answer answer) {

    /** Creates a finding for which it is not known where the answer comes from. */
    public Finding(
            Rule rule,
            Severity severity,
            Zone zone,
            String target,
            String message,
            @Nullable String hint,
            int status,
            List<Hop> hops,
            int attempts,
            List<Link> links) {
        this(rule, severity, zone, target, message, hint, status, hops, attempts, links, null);
    }

    /** Returns the URLs to which requests were redirected, in order; empty if there was no redirect. */
    public List<String> redirects() {
        return hops.stream().skip(1).map(Hop::url).toList();
    }
}
