// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Servers of settings.xml, and a decrypter that decrypts {@code x} to {@code plain x} and fails for {@code {broken}}. */
public final class SettingsFixture {

    private SettingsFixture() {}

    public static Server server(String id, @Nullable String user, @Nullable String password, @Nullable String headers) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        if (headers != null) {
            server.setConfiguration(ConfigurationFixture.dom(
                    "<configuration><httpHeaders>" + headers + "</httpHeaders></configuration>"));
        }
        return server;
    }

    public static SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
        Server server = request.getServers().get(0).clone();
        boolean broken = "{broken}".equals(server.getPassword());
        server.setPassword(server.getPassword() == null ? null : "plain " + server.getPassword());
        return new Decrypted(server, broken);
    }

    private record Decrypted(Server server, boolean broken) implements SettingsDecryptionResult {

        @Override
        public Server getServer() {
            return server;
        }

        @Override
        public List<Server> getServers() {
            return List.of(server);
        }

        @Override
        public Proxy getProxy() {
            return new Proxy();
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
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
