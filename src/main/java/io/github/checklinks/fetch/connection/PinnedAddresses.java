// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The addresses connections are made to: those that were judged before the request departed. It never asks a name
 * server, so a name cannot point elsewhere once it was judged, and the client's threads never wait for one.
 */
public final class PinnedAddresses implements DnsResolver {

    private final Map<String, List<InetAddress>> pinned = new ConcurrentHashMap<>();

    /**
     * Sets what a host and port stand for from now on.
     *
     * @param host without brackets
     */
    public void pin(String host, int port, List<InetAddress> addresses) {
        pinned.put(key(host, port), addresses);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> addresses = pinned.get(key(host, port));
        if (addresses == null) {
            throw new UnknownHostException(host);
        }
        return addresses.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static String key(String host, int port) {
        return host + ":" + port;
    }
}
