// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Knows the hosts that may send more bytes than they announced, a wrong length or a body after HEAD. The client takes
 * what is left over for the start of the next answer, so such a host's connections are not used twice.
 */
final class StrayBytes extends DefaultClientConnectionReuseStrategy {

    private final Set<String> hosts = ConcurrentHashMap.newKeySet();

    /** Adds a host; false when it was known. */
    boolean suspect(String origin) {
        return hosts.add(origin);
    }

    /** Whether all connections to a host are used only once. */
    boolean isSuspect(String origin) {
        return hosts.contains(origin);
    }

    @Override
    public boolean keepAlive(HttpRequest request, HttpResponse response, HttpContext context) {
        Exchange exchange = Exchange.of(context);
        boolean suspect =
                exchange != null && hosts.contains(exchange.request().url().origin());
        return !suspect && super.keepAlive(request, response, context);
    }
}
