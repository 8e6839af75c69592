package io.github.checklinks.maven;

import io.github.checklinks.fetch.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Reads {@code settings.xml}: the active proxies, with their passwords decrypted. */
final class SettingsAccess {

    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final Consumer<String> warnings;

    SettingsAccess(Settings settings, SettingsDecrypter decrypter, Consumer<String> warnings) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.warnings = warnings;
    }

    /** The active proxies; as Maven does, one for http serves https too when that has none of its own. */
    List<HttpSettings.Proxy> proxies() {
        List<HttpSettings.Proxy> proxies = new ArrayList<>();
        for (Proxy proxy : settings.getProxies()) {
            String scheme = scheme(proxy);
            if (!proxy.isActive() || find(proxies, scheme) != null) {
                continue;
            }
            if (scheme.equals("http") || scheme.equals("https")) {
                proxies.add(read(decrypted(proxy), scheme));
            } else {
                warnings.accept("the proxy \"" + proxy.getId() + "\" of settings.xml is for " + scheme
                        + " and is not used: only http and https are known");
            }
        }
        HttpSettings.Proxy http = find(proxies, "http");
        if (http != null && find(proxies, "https") == null) {
            proxies.add(new HttpSettings.Proxy(
                    "https", http.host(), http.port(), http.user(), http.password(), http.nonProxyHosts()));
        }
        return proxies;
    }

    private Proxy decrypted(Proxy proxy) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
        for (SettingsProblem problem : result.getProblems()) {
            warnings.accept("the proxy \"" + proxy.getId() + "\" of settings.xml: " + problem.getMessage());
        }
        return result.getProxy() == null ? proxy : result.getProxy();
    }

    private static HttpSettings.Proxy read(Proxy proxy, String scheme) {
        return new HttpSettings.Proxy(
                scheme,
                proxy.getHost(),
                proxy.getPort(),
                Texts.orNull(proxy.getUsername()),
                Texts.orNull(proxy.getPassword()),
                Texts.orNull(proxy.getNonProxyHosts()));
    }

    private static HttpSettings.@Nullable Proxy find(List<HttpSettings.Proxy> proxies, String scheme) {
        return proxies.stream()
                .filter(proxy -> proxy.scheme().equals(scheme))
                .findFirst()
                .orElse(null);
    }

    private static String scheme(Proxy proxy) {
        return proxy.getProtocol() == null ? "http" : proxy.getProtocol().toLowerCase(Locale.ROOT);
    }
}
