// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The way of redirects that one link's check has come: the cookies it was given, and where it has been. */
public final class RedirectTrail {

    private final Cookies cookies = new Cookies();
    private final Map<Integer, String> passed = new HashMap<>();
    private final Set<Integer> repeated = new HashSet<>();

    public Cookies cookies() {
        return cookies;
    }

    /** Notes that a target was asked, and with which {@code Cookie} header. */
    public void pass(int target, String header) {
        passed.put(target, header);
    }

    /**
     * Whether a target that was asked on this way is to be asked again: once, and only with other cookies than before. Sites
     * that set a cookie and look whether it comes back would be loops otherwise.
     */
    public boolean repeats(int target, String header) {
        return !header.isEmpty()
                && passed.containsKey(target)
                && !header.equals(passed.get(target))
                && repeated.add(target);
    }
}
