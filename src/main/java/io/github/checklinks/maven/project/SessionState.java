// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.project;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;

/** The state shared by the modules of a Maven session. It consists of JDK types, because class loaders may differ. Thread-safe. */
public final class SessionState {

    private static final String KEY = "io.github.checklinks";

    private final Map<Object, Object> claims;

    private SessionState(Map<Object, Object> claims) {
        this.claims = claims;
    }

    /** Returns the state of a session. */
    public static SessionState of(MavenSession session) {
        MavenExecutionRequest request = session.getRequest();
        synchronized (request) {
            Object claims = request.getData().computeIfAbsent(KEY, key -> new ConcurrentHashMap<>());
            if (claims instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked") // the key belongs to this plugin
                Map<Object, Object> own = (Map<Object, Object>) map;
                return new SessionState(own);
            }
            throw new IllegalStateException("another plugin uses the key " + KEY);
        }
    }

    /** Returns the lock to hold while printing several lines, so that modules built in parallel do not interleave. */
    public Object printing() {
        return claims;
    }

    /** Returns the request slots of each host, so that modules checked in parallel share the limits. Thread-safe. */
    public Map<String, long[]> slots() {
        Object slots = claims.computeIfAbsent("slots", key -> new ConcurrentHashMap<>());
        @SuppressWarnings("unchecked") // the key belongs to this plugin
        Map<String, long[]> own = (Map<String, long[]>) slots;
        return own;
    }

    /** Claims a thing; the first claim wins. Returns the owner: the given one, or the one that claimed it before. */
    public String claim(String thing, String owner) {
        Object first = claims.putIfAbsent(thing, owner);
        return first == null ? owner : first.toString();
    }
}
