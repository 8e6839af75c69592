// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import io.github.checklinks.url.Patterns;
import io.github.checklinks.url.WebUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings for requests.
 *
 * @param connectTimeout the timeout of one connection
 * @param responseTimeout the longest time without data from the server: before its headers or between two parts of its body
 * @param linkTimeout the hard deadline of one attempt, including its redirects and its HEAD request
 * @param maxBodySize the maximum size of a decoded body, in bytes
 * @param userAgent the {@code User-Agent} header
 * @param siteOrigin the origin of a served site ({@code scheme://host[:port]}, as returned by {@link io.github.checklinks.url.WebUrl#origin}): always allowed, under both http and https, and the only one that receives {@code headers}; null for a built site
 * @param headers sent to {@code siteOrigin} only
 * @param allowPrivate host names or addresses that may be private, loopback or link-local
 * @param proxies the active proxies; empty for none
 * @param concurrency the maximum number of requests in flight
 * @param connectionsPerHost the maximum number of connections to one host
 * @param http2 whether HTTP/2 may be negotiated
 * @param hosts settings of single hosts; if several match, the first one that has a value for a setting applies
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration linkTimeout,
        long maxBodySize,
        String userAgent,
        @Nullable String siteOrigin,
        Map<String, String> headers,
        Patterns allowPrivate,
        List<Proxy> proxies,
        int concurrency,
        int connectionsPerHost,
        boolean http2,
        List<HostSettings> hosts) {

    /**
     * Returns whether responses to this URL are personal and must not be shared: the request carries a login or configured
     * headers, or the certificate of the server is not verified.
     */
    public boolean isPersonal(WebUrl url) {
        return url.userinfo() != null || !headers.isEmpty() && url.origin().equals(siteOrigin) || isOfPersonalHost(url);
    }

    private boolean isOfPersonalHost(WebUrl url) {
        for (HostSettings host : hosts) {
            boolean personal =
                    host.insecure() || host.login() != null || !host.headers().isEmpty();
            if (personal && host.name().matches(url)) {
                return true;
            }
        }
        return false;
    }

    /** Omits the values of headers, which may be secret. */
    @Override
    public String toString() {
        return "request settings of " + userAgent + " with headers " + headers.keySet() + ", hosts " + hosts
                + ", proxies " + proxies;
    }

    /**
     * A proxy.
     *
     * @param scheme the scheme of the URLs it is used for: http or https
     * @param host its host
     * @param port its port
     * @param user the user name; null for a proxy without authentication
     * @param password the password; null for a proxy without authentication
     * @param nonProxyHosts host patterns, separated by {@code |}, that are connected to directly; null for none
     */
    public record Proxy(
            String scheme,
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            @Nullable String nonProxyHosts) {

        @Override
        public String toString() {
            return scheme + " proxy " + host + ":" + port;
        }
    }
}
