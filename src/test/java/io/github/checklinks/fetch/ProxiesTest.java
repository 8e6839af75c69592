// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProxiesTest {

    private static HttpSettings.Proxy proxy(String scheme, @Nullable String nonProxyHosts) {
        return new HttpSettings.Proxy(scheme, "proxy.corp", 3128, null, null, nonProxyHosts);
    }

    @Test
    void aProxyServesItsOwnSchemeOnly() {
        HttpSettings.Proxy https = proxy("https", null);
        Proxies proxies = new Proxies(List.of(https));

        assertThat(proxies.of("https", "example.com")).isEqualTo(https);
        assertThat(proxies.of("http", "example.com")).isNull();
    }

    @Test
    void withoutProxiesEverythingIsRequestedDirectly() {
        assertThat(new Proxies(List.of()).of("http", "example.com")).isNull();
    }

    @Test
    void excludedHostsAreRequestedDirectly() {
        Proxies proxies = new Proxies(List.of(proxy("http", "*.corp | 10.* |exact.example||[fd00::1]")));

        assertThat(proxies.of("http", "wiki.corp")).isNull();
        assertThat(proxies.of("http", "WIKI.CORP")).isNull();
        assertThat(proxies.of("http", "10.1.2.3")).isNull();
        assertThat(proxies.of("http", "exact.example")).isNull();
        assertThat(proxies.of("http", "[fd00::1]")).isNull();
        assertThat(proxies.of("http", "corp.example")).isNotNull();
        assertThat(proxies.of("http", "notexact.example")).isNotNull();
    }

    @Test
    void aDotInAnExclusionIsADot() {
        assertThat(new Proxies(List.of(proxy("http", "a.example"))).of("http", "abexample"))
                .isNotNull();
    }

    @Test
    void thisMachineIsNeverRequestedThroughAProxy() {
        Proxies proxies = new Proxies(List.of(proxy("http", null)));

        assertThat(proxies.of("http", "localhost")).isNull();
        assertThat(proxies.of("http", "127.0.0.2")).isNull();
        assertThat(proxies.of("http", "[::1]")).isNull();
    }
}
