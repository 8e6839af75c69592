// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;

/** What the modules of one Maven run tell one another. Made of JDK types, because modules may have class loaders of their own; safe under {@code -T}. */
public final class SessionState {

    private static final String KEY = "io.github.checklinks";

    private final Map<Object, Object> claims;

    private SessionState(Map<Object, Object> claims) {
        this.claims = claims;
    }

    /** That of this run. */
    public static SessionState of(MavenSession session) {
        MavenExecutionRequest request = session.getRequest();
        synchronized (request) {
            Object claims = request.getData().computeIfAbsent(KEY, key -> new ConcurrentHashMap<>());
            if (claims instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked") // only we write under our key
                Map<Object, Object> ours = (Map<Object, Object>) map;
                return new SessionState(ours);
            }
            throw new IllegalStateException("somebody else uses " + KEY);
        }
    }

    /** What to synchronise on while printing several lines, so that modules built side by side do not mix theirs. */
    public Object printing() {
        return claims;
    }

    /** The places of each host, so that modules checked side by side share its limits. Safe for threads. */
    public Map<String, long[]> slots() {
        Object slots = claims.computeIfAbsent("slots", key -> new ConcurrentHashMap<>());
        @SuppressWarnings("unchecked") // only we write under our key
        Map<String, long[]> ours = (Map<String, long[]>) slots;
        return ours;
    }

    /** Claims a thing; the first claim wins. Returns who has it: this owner, or the one who came first. */
    public String claim(String thing, String owner) {
        Object first = claims.putIfAbsent(thing, owner);
        return first == null ? owner : first.toString();
    }
}
