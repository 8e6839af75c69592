// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Decides whether a connection is reused. Excluded are hosts that send more bytes than they announced (a wrong length, a body
 * after HEAD), because the client would parse the excess as the next answer, and hosts that close connections without
 * announcing it. Thread-safe.
 */
final class ConnectionReuse extends DefaultClientConnectionReuseStrategy {

    /** Tolerates one lost connection: the server may have restarted, or an idle connection just reached its timeout. */
    private static final int MAX_LOSSES = 1;

    private final Map<String, Integer> losses = new ConcurrentHashMap<>();
    private final Set<String> excluded = ConcurrentHashMap.newKeySet();

    /** Excludes an origin because of excess bytes. Returns whether it was not excluded before. */
    boolean exclude(String origin) {
        return excluded.add(origin);
    }

    /** Counts a connection that was closed without notice. Returns whether the origin has been excluded because of it. */
    boolean recordLoss(String origin) {
        return losses.merge(origin, 1, Integer::sum) > MAX_LOSSES && exclude(origin);
    }

    /** Returns whether connections of an origin are not reused. */
    boolean isExcluded(String origin) {
        return excluded.contains(origin);
    }

    @Override
    public boolean keepAlive(HttpRequest request, HttpResponse response, HttpContext context) {
        Transmission transmission = Transmission.of(context);
        boolean isLast = transmission != null
                && isExcluded(transmission.origin())
                && !Method.CONNECT.isSame(request.getMethod());
        return !isLast && super.keepAlive(request, response, context);
    }
}
