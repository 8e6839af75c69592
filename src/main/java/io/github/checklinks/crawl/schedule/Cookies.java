// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cookies of one link's check: names and values only, each handed back to no other origin than the one that set it, whatever
 * its {@code Domain} says (stricter than RFC 6265 §5.4, and enough for a chain of redirects).
 */
public final class Cookies {

    /** What a browser keeps for a site at least (RFC 6265 §6.1). */
    private static final int MOST = 50;

    private final Map<String, Map<String, String>> byOrigin = new HashMap<>();

    /** Keeps what some {@code Set-Cookie} headers of an origin set. */
    public void keep(String origin, List<String> setCookies) {
        for (String cookie : setCookies) {
            int end = cookie.indexOf(';');
            String pair = (end < 0 ? cookie : cookie.substring(0, end)).strip();
            int equals = pair.indexOf('=');
            if (equals > 0) {
                Map<String, String> own = byOrigin.computeIfAbsent(origin, key -> new LinkedHashMap<>());
                String name = pair.substring(0, equals).strip();
                if (own.size() < MOST || own.containsKey(name)) {
                    own.put(name, pair.substring(equals + 1).strip());
                }
            }
        }
    }

    /** The {@code Cookie} header for an origin; empty when it set none. */
    public String header(String origin) {
        return byOrigin.getOrDefault(origin, Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
