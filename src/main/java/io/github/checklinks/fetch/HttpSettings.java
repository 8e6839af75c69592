// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import io.github.checklinks.url.Patterns;
import io.github.checklinks.url.WebUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How requests are made.
 *
 * @param connectTimeout for one connection
 * @param responseTimeout the longest silence of a server: before its headers, between two pieces of its body
 * @param linkTimeout for one request as a whole, a hard deadline
 * @param maxBodySize decoded bytes
 * @param userAgent the {@code User-Agent} header
 * @param siteOrigin the origin of a served site ({@code scheme://host[:port]}, as {@link io.github.checklinks.url.WebUrl#origin} gives it): always allowed, under http and https alike, and the only one that gets {@code headers}; null for a built site
 * @param headers sent to {@code siteOrigin} only
 * @param allowPrivate host names or addresses that may be private, loopback or link-local
 * @param proxies the active proxies; empty for none
 * @param concurrency requests in flight, in all
 * @param connectionsPerHost most connections to one host
 * @param http2 whether HTTP/2 may be negotiated
 * @param hosts what is sent to some hosts only; of several that match, the first that says something about a matter decides it
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
     * Whether an answer from there is meant for us alone: what is asked carries a login or configured headers, or nobody
     * verified who answers.
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

    /** Without the values of headers, which may be secrets. */
    @Override
    public String toString() {
        return "settings of requests by " + userAgent + " with headers " + headers.keySet() + ", hosts " + hosts
                + ", proxies " + proxies;
    }

    /**
     * A proxy.
     *
     * @param scheme of the URLs it is for: http or https
     * @param host its host
     * @param port its port
     * @param user null when it wants none
     * @param password null when it wants none
     * @param nonProxyHosts host patterns, separated by {@code |}, that are asked directly; null for none
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
