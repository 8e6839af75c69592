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
 * A DNS resolver for the client that returns the addresses that were checked before the request was sent. Because it never
 * queries a name server, a name cannot resolve to another address after the check (DNS rebinding), and the I/O threads never
 * block on a look-up.
 */
public final class PinnedAddresses implements DnsResolver {

    private final Map<String, List<InetAddress>> pinned = new ConcurrentHashMap<>();

    /**
     * Sets the addresses of a host and port.
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
