// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.ProxyRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Detects a proxy that rejects all requests. A proxy that has forwarded any request does not, and one that rejected a single host
 * may block only that host. Thread-safe.
 */
final class ProxyHealth {

    /** The number of rejected hosts from which on the proxy is assumed to reject all. */
    private static final int MIN_REFUSED_HOSTS = 2;

    private static final int UNAUTHENTICATED = 407;

    private final Map<String, Notes> proxies = new ConcurrentHashMap<>();

    private static final class Notes {
        final Set<String> refused = ConcurrentHashMap.newKeySet();
        volatile boolean forwards;
        volatile int status;
    }

    /** Records that the proxy forwarded a request. */
    void forwarded(HttpSettings.Proxy proxy) {
        notes(proxy).forwards = true;
    }

    /** Records that the proxy answered itself. 5xx does not count as a rejection: the proxy cannot reach the host. */
    void refused(HttpSettings.Proxy proxy, String host, int status) {
        if (status < 500) {
            Notes notes = notes(proxy);
            notes.refused.add(host);
            if (notes.status != UNAUTHENTICATED) {
                notes.status = status;
            }
        }
    }

    /** Returns 407 if the proxy requires authentication and has never forwarded a request, so that further requests are useless; otherwise 0. */
    int permanentRefusal(HttpSettings.Proxy proxy) {
        Notes notes = notes(proxy);
        return notes.status == UNAUTHENTICATED && !notes.forwards ? UNAUTHENTICATED : 0;
    }

    /** Returns a failure if one of the proxies rejected every host. */
    Optional<ProxyRefusal> refusal() {
        return proxies.entrySet().stream()
                .filter(entry -> refusesAll(entry.getValue()))
                .findFirst()
                .map(entry -> new ProxyRefusal(message(entry.getKey(), entry.getValue())));
    }

    private static boolean refusesAll(Notes notes) {
        int min = notes.status == UNAUTHENTICATED ? 1 : MIN_REFUSED_HOSTS;
        return !notes.forwards && notes.refused.size() >= min;
    }

    private static String message(String proxy, Notes notes) {
        String advice = notes.status == UNAUTHENTICATED
                ? "It requires a username and a password: correct those of the <proxy> in settings.xml"
                : "Correct the <proxy> in settings.xml, or ask its operator to allow the requests of the build";
        return "the proxy " + proxy + " refuses us (" + notes.status + ") for every requested host ("
                + notes.refused.size() + "), so no external link could be checked. " + advice
                + "; list hosts that need no proxy in its nonProxyHosts; checkExternal=false checks only the site itself";
    }

    private Notes notes(HttpSettings.Proxy proxy) {
        return proxies.computeIfAbsent(proxy.host() + ":" + proxy.port(), name -> new Notes());
    }
}
