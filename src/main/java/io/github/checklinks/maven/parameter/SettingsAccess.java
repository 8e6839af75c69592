// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.fetch.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Provides the proxies and servers in {@code settings.xml}, with decrypted passwords. */
public final class SettingsAccess {

    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final Consumer<String> warnings;

    public SettingsAccess(Settings settings, SettingsDecrypter decrypter, Consumer<String> warnings) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.warnings = warnings;
    }

    /** Returns the active proxies. As in Maven, an http proxy is used for https too if there is no https proxy. */
    public List<HttpSettings.Proxy> proxies() {
        List<HttpSettings.Proxy> proxies = new ArrayList<>();
        for (Proxy proxy : settings.getProxies()) {
            String scheme = scheme(proxy);
            if (!proxy.isActive() || find(proxies, scheme) != null) {
                continue;
            }
            if (scheme.equals("http") || scheme.equals("https")) {
                proxies.add(read(decrypted(proxy), scheme));
            } else {
                warnings.accept(
                        "the proxy \"" + proxy.getId() + "\" in settings.xml is ignored because its protocol is "
                                + scheme + "; only http and https are supported");
            }
        }
        HttpSettings.Proxy http = find(proxies, "http");
        if (http != null && find(proxies, "https") == null) {
            proxies.add(new HttpSettings.Proxy(
                    "https", http.host(), http.port(), http.user(), http.password(), http.nonProxyHosts()));
        }
        return proxies;
    }

    /**
     * Returns the credentials of a {@code <server>}, and the headers that Maven's own transport would send to it.
     *
     * @param element the parameter that refers to it, for messages
     * @throws IllegalArgumentException if there is no such server, it has neither, or its password cannot be decrypted
     */
    Server server(String element, String id) {
        org.apache.maven.settings.Server found = settings.getServer(id);
        if (found == null) {
            throw new IllegalArgumentException(
                    element + " is \"" + id + "\", but settings.xml has no <server> with this id"
                            + nearest(id) + ". Example: <server><id>" + id
                            + "</id><username>…</username><password>…</password></server>");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(found));
        for (SettingsProblem problem : result.getProblems()) {
            String warning = "the server \"" + id + "\" in settings.xml: " + problem.getMessage();
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new IllegalArgumentException(element + " cannot be used: " + warning
                        + ". Encrypt the password again with the master password of this machine");
            }
            warnings.accept(warning);
        }
        org.apache.maven.settings.Server clear = result.getServer() == null ? found : result.getServer();
        String user = TextParameter.orNull(clear.getUsername());
        String password = clear.getPassword() == null ? "" : clear.getPassword();
        Map<String, String> headers = ServerHeaders.of(clear.getConfiguration());
        if (user == null && headers.isEmpty()) {
            throw new IllegalArgumentException(element + " is \"" + id
                    + "\", but this <server> in settings.xml has neither a username nor a header in"
                    + " <configuration><httpHeaders>, so there is nothing to send");
        }
        if (user != null && user.contains(":")) {
            throw new IllegalArgumentException(
                    element + " is \"" + id
                            + "\", but the username of this <server> contains a colon, which is not possible in Basic credentials");
        }
        return new Server(user == null ? null : new HostSettings.Login(user, password), headers);
    }

    private String nearest(String id) {
        List<String> ids = settings.getServers().stream()
                .map(org.apache.maven.settings.Server::getId)
                .toList();
        return ids.isEmpty() ? " (it has no servers at all)" : "; the nearest is \"" + NearestName.of(id, ids) + "\"";
    }

    /**
     * The credentials and headers for a server.
     *
     * @param login null if there are none
     * @param headers empty if there are none
     */
    record Server(HostSettings.@Nullable Login login, Map<String, String> headers) {

        @Override
        public String toString() {
            return String.valueOf(login) + " " + headers.keySet();
        }
    }

    private Proxy decrypted(Proxy proxy) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
        for (SettingsProblem problem : result.getProblems()) {
            warnings.accept("the proxy \"" + proxy.getId() + "\" in settings.xml: " + problem.getMessage());
        }
        return result.getProxy() == null ? proxy : result.getProxy();
    }

    private static HttpSettings.Proxy read(Proxy proxy, String scheme) {
        return new HttpSettings.Proxy(
                scheme,
                proxy.getHost(),
                proxy.getPort(),
                TextParameter.orNull(proxy.getUsername()),
                TextParameter.orNull(proxy.getPassword()),
                TextParameter.orNull(proxy.getNonProxyHosts()));
    }

    private static HttpSettings.@Nullable Proxy find(List<HttpSettings.Proxy> proxies, String scheme) {
        for (HttpSettings.Proxy proxy : proxies) {
            if (proxy.scheme().equals(scheme)) {
                return proxy;
            }
        }
        return null;
    }

    private static String scheme(Proxy proxy) {
        return proxy.getProtocol() == null ? "http" : proxy.getProtocol().toLowerCase(Locale.ROOT);
    }
}
