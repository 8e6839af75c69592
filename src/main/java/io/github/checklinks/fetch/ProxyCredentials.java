// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.auth.AuthCache;
import org.apache.hc.client5.http.auth.AuthScheme;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The credentials for proxies, as an authentication cache so that they are sent preemptively. Otherwise every request to an
 * http target would first be rejected with 407.
 */
public final class ProxyCredentials implements AuthCache {

    private final Map<String, UsernamePasswordCredentials> known = new ConcurrentHashMap<>();
    private final BasicCredentialsProvider provider = new BasicCredentialsProvider();

    public ProxyCredentials(List<HttpSettings.Proxy> proxies) {
        for (HttpSettings.Proxy proxy : proxies) {
            String user = proxy.user();
            String password = proxy.password();
            if (user != null) {
                UsernamePasswordCredentials credentials =
                        new UsernamePasswordCredentials(user, (password == null ? "" : password).toCharArray());
                HttpHost host = host(proxy);
                known.put(host.toHostString(), credentials);
                provider.setCredentials(new AuthScope(host), credentials);
            }
        }
    }

    public static HttpHost host(HttpSettings.Proxy proxy) {
        return new HttpHost("http", HostLiterals.withoutBrackets(proxy.host()), proxy.port());
    }

    public boolean isEmpty() {
        return known.isEmpty();
    }

    public CredentialsProvider provider() {
        return provider;
    }

    @Override
    public @Nullable AuthScheme get(HttpHost host) {
        UsernamePasswordCredentials credentials = known.get(host.toHostString());
        if (credentials == null) {
            return null;
        }
        BasicScheme scheme = new BasicScheme();
        scheme.initPreemptive(credentials);
        return scheme;
    }

    @Override
    public void put(HttpHost host, AuthScheme scheme) {
        // read-only
    }

    @Override
    public void remove(HttpHost host) {
        // read-only
    }

    @Override
    public void clear() {
        // read-only
    }
}
