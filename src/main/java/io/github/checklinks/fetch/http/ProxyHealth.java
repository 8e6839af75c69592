// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.ProxyRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notices a proxy that refuses us, whatever we ask for. One that lets anything through does not, and one that refused a single
 * host may have something against that host. Safe for several threads.
 */
final class ProxyHealth {

    /** So many hosts are refused before the proxy is held to refuse all. */
    private static final int SEVERAL = 2;

    private static final int UNAUTHENTICATED = 407;

    private final Map<String, Notes> proxies = new ConcurrentHashMap<>();

    private static final class Notes {
        final Set<String> refused = ConcurrentHashMap.newKeySet();
        volatile boolean passes;
        volatile int status;
    }

    /** Notes that an answer came through. */
    void passed(HttpSettings.Proxy proxy) {
        notes(proxy).passes = true;
    }

    /** Notes that the proxy answered for itself. Of 5xx it is not to blame: it cannot reach the host. */
    void refused(HttpSettings.Proxy proxy, String host, int status) {
        if (status < 500) {
            Notes notes = notes(proxy);
            notes.refused.add(host);
            if (notes.status != UNAUTHENTICATED) {
                notes.status = status;
            }
        }
    }

    /** Whether to ask it is in vain: it wants credentials, and never let anything through. */
    int hopeless(HttpSettings.Proxy proxy) {
        Notes notes = notes(proxy);
        return notes.status == UNAUTHENTICATED && !notes.passes ? UNAUTHENTICATED : 0;
    }

    /** What to tell when one of the proxies refused every host. */
    Optional<ProxyRefusal> refusal() {
        return proxies.entrySet().stream()
                .filter(entry -> refusesAll(entry.getValue()))
                .findFirst()
                .map(entry -> new ProxyRefusal(words(entry.getKey(), entry.getValue())));
    }

    private static boolean refusesAll(Notes notes) {
        int enough = notes.status == UNAUTHENTICATED ? 1 : SEVERAL;
        return !notes.passes && notes.refused.size() >= enough;
    }

    private static String words(String proxy, Notes notes) {
        String mend = notes.status == UNAUTHENTICATED
                ? "It wants a username and a password: mend those of the <proxy> in settings.xml"
                : "Mend the <proxy> in settings.xml, or ask whoever runs it to let the build out";
        return "the proxy " + proxy + " refuses us (" + notes.status + ") for every host that was asked ("
                + notes.refused.size() + "), so no link that leaves the site could be checked. " + mend
                + "; hosts that need no proxy belong into its nonProxyHosts; checkExternal=false checks the site alone";
    }

    private Notes notes(HttpSettings.Proxy proxy) {
        return proxies.computeIfAbsent(proxy.host() + ":" + proxy.port(), name -> new Notes());
    }
}
