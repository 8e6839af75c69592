// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.fetch.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class SettingsAccessTest {

    private final Settings settings = new Settings();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void theActiveProxyIsReadWithItsPasswordDecrypted() {
        settings.addProxy(proxy("company", "http", true));

        assertThat(proxies())
                .first()
                .isEqualTo(new HttpSettings.Proxy(
                        "http", "proxy.example.org", 3128, "me", "plain {secret}", "localhost|*.example.org"));
    }

    @Test
    void anInactiveProxyIsLeftOut() {
        settings.addProxy(proxy("old", "http", false));

        assertThat(proxies()).isEmpty();
    }

    @Test
    void aProxyForHttpServesHttpsTooUnlessThatHasItsOwn() {
        settings.addProxy(proxy("company", "http", true));
        assertThat(proxies()).extracting(HttpSettings.Proxy::scheme).containsExactly("http", "https");

        Proxy own = proxy("secure", "https", true);
        own.setHost("secure.example.org");
        settings.addProxy(own);
        assertThat(proxies())
                .extracting(HttpSettings.Proxy::host)
                .containsExactly("proxy.example.org", "secure.example.org");
    }

    @Test
    void theFirstActiveProxyOfAProtocolWins() {
        settings.addProxy(proxy("one", "https", true));
        settings.addProxy(proxy("two", "https", true));

        assertThat(proxies()).hasSize(1);
    }

    @Test
    void aProxyOfAnotherProtocolIsReportedAndLeftOut() {
        settings.addProxy(proxy("socks", "socks5", true));

        assertThat(proxies()).isEmpty();
        assertThat(warnings).singleElement().asString().contains("\"socks\"", "socks5", "ignored");
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsReportedWithoutItself() {
        Proxy proxy = proxy("company", "http", true);
        proxy.setPassword("{broken}");
        settings.addProxy(proxy);

        proxies();

        assertThat(warnings).singleElement().asString().contains("\"company\"", "cannot decrypt");
    }

    private List<HttpSettings.Proxy> proxies() {
        return new SettingsAccess(settings, SettingsAccessTest::decrypt, warnings::add).proxies();
    }

    private static SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
        Proxy proxy = request.getProxies().get(0).clone();
        boolean broken = "{broken}".equals(proxy.getPassword());
        proxy.setPassword("plain " + proxy.getPassword());
        return new Decrypted(proxy, broken);
    }

    private static Proxy proxy(String id, String protocol, boolean active) {
        Proxy proxy = new Proxy();
        proxy.setId(id);
        proxy.setProtocol(protocol);
        proxy.setActive(active);
        proxy.setHost("proxy.example.org");
        proxy.setPort(3128);
        proxy.setUsername("me");
        proxy.setPassword("{secret}");
        proxy.setNonProxyHosts("localhost|*.example.org");
        return proxy;
    }

    private record Decrypted(Proxy proxy, boolean broken) implements SettingsDecryptionResult {

        @Override
        public Server getServer() {
            return new Server();
        }

        @Override
        public List<Server> getServers() {
            return List.of();
        }

        @Override
        public Proxy getProxy() {
            return proxy;
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of(proxy);
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return broken
                    ? List.of(new DefaultSettingsProblem(
                            "cannot decrypt", SettingsProblem.Severity.ERROR, "settings.xml", 1, 1, null))
                    : List.of();
        }
    }
}
