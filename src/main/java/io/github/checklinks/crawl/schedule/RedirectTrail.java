// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The state of one chain of redirects: its cookies and the targets it has requested. */
public final class RedirectTrail {

    private final Cookies cookies = new Cookies();
    private final Map<Integer, String> requested = new HashMap<>();
    private final Set<Integer> repeated = new HashSet<>();

    /** Returns the cookies that were set along the chain. */
    public Cookies cookies() {
        return cookies;
    }

    /** Records that a target was requested with a {@code Cookie} header. */
    public void add(int target, String header) {
        requested.put(target, header);
    }

    /**
     * Returns whether a target that the chain has already requested may be requested again: once, and only with other cookies.
     * Otherwise, a site that sets a cookie and redirects to itself to check for it would be taken for a redirect loop.
     */
    public boolean repeats(int target, String header) {
        return !header.isEmpty()
                && requested.containsKey(target)
                && !header.equals(requested.get(target))
                && repeated.add(target);
    }
}
