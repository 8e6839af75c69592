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
 * Decides whether a connection carries a further request. It does not to hosts that send more bytes than they announced
 * (a wrong length, a body after HEAD), because the client takes what is left over for the start of the next answer, nor to hosts
 * that close connections without announcing it.
 */
final class ConnectionReuse extends DefaultClientConnectionReuseStrategy {

    /** One lost connection is an accident: a server that restarts, an idle connection that just reached its limit. */
    private static final int MOST_LOSSES = 1;

    private final Map<String, Integer> losses = new ConcurrentHashMap<>();
    private final Set<String> excluded = ConcurrentHashMap.newKeySet();

    /** Excludes a host for its left-over bytes. Returns whether it was not excluded before. */
    boolean exclude(String origin) {
        return excluded.add(origin);
    }

    /** Counts a connection that was closed without notice. Returns whether the host is excluded for it now. */
    boolean lose(String origin) {
        return losses.merge(origin, 1, Integer::sum) > MOST_LOSSES && exclude(origin);
    }

    /** Whether a host's connections carry one request each. */
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
