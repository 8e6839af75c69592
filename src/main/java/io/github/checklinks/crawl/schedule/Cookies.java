// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cookies of one chain of redirects: names and values only. A cookie is sent only to the origin that set it, regardless of its
 * {@code Domain} attribute; this is stricter than RFC 6265 §5.4, and sufficient for redirects.
 */
public final class Cookies {

    /** The number of cookies per domain that a browser must support at least (RFC 6265 §6.1). */
    private static final int MAX_PER_ORIGIN = 50;

    private final Map<String, Map<String, String>> byOrigin = new HashMap<>();

    /** Stores the cookies of the {@code Set-Cookie} headers of an origin. */
    public void keep(String origin, List<String> setCookies) {
        for (String cookie : setCookies) {
            int end = cookie.indexOf(';');
            String pair = (end < 0 ? cookie : cookie.substring(0, end)).strip();
            int equals = pair.indexOf('=');
            if (equals > 0) {
                Map<String, String> ofOrigin = byOrigin.computeIfAbsent(origin, key -> new LinkedHashMap<>());
                String name = pair.substring(0, equals).strip();
                if (ofOrigin.size() < MAX_PER_ORIGIN || ofOrigin.containsKey(name)) {
                    ofOrigin.put(name, pair.substring(equals + 1).strip());
                }
            }
        }
    }

    /** Returns the {@code Cookie} header for an origin; empty if the origin set no cookies. */
    public String header(String origin) {
        return byOrigin.getOrDefault(origin, Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
