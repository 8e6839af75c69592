// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static io.github.checklinks.model.FailureCause.UNREACHABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.checklinks.Slow;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Requests through Tinyproxy, where it is installed. */
@EnabledIf("isInstalled")
@Slow
class TinyproxyTest {

    @TempDir
    Path directory;

    private final Bench bench = new Bench();
    private @Nullable Process process;

    static boolean isInstalled() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        String path = System.getenv("PATH");
        return Arrays.stream((path == null ? "" : path).split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "tinyproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private int start(String more) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path configuration = directory.resolve("tinyproxy.conf");
        Files.writeString(configuration, "Port " + port + "\nListen 127.0.0.1\nTimeout 20\nMaxClients 20\n" + more);
        Process started = new ProcessBuilder(program().orElseThrow().toString(), "-d", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log.txt").toFile())
                .start();
        process = started;
        for (int i = 0; i < 100 && started.isAlive(); i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return port;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("tinyproxy does not start: " + Files.readString(directory.resolve("log.txt")));
    }

    @AfterEach
    void stop() throws InterruptedException {
        bench.close();
        Process started = process;
        if (started != null) {
            started.destroy();
            started.waitFor(5, TimeUnit.SECONDS);
            started.destroyForcibly();
        }
    }

    /** Configures the proxy. Only it resolves names; localhost bypasses it, so the servers of the tests are requested by another name. */
    private void use(int port, @Nullable String user) {
        bench.trusted = Certificates.shared().trusted();
        bench.lookup = host -> {
            throw new UnknownHostException(host);
        };
        HttpSettings.Proxy http =
                new HttpSettings.Proxy("http", "127.0.0.1", port, user, user == null ? null : "secret", null);
        bench.proxies =
                List.of(http, new HttpSettings.Proxy("https", http.host(), port, http.user(), http.password(), null));
    }

    /** Returns a name that resolves to this machine and is not localhost. */
    private static Optional<String> otherName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return InetAddress.getByName(name).isAnyLocalAddress() || name.startsWith("localhost")
                    ? Optional.empty()
                    : Optional.of(name);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    @Test
    void aPlainTargetIsRequestedThroughIt() throws Exception {
        String name = otherName().orElse("");
        assumeFalse(name.isEmpty());
        try (RawServer server =
                RawServer.start(InetAddress.getByName(name).getHostAddress(), null, call -> call.page("here"))) {
            use(start("BasicAuth me secret\n"), "me");

            assertThat(bench.page("http://" + name + ":" + server.port() + "/x").body())
                    .asString(UTF_8)
                    .isEqualTo("here");
            assertThat(server.calls().get(0).headers()).doesNotContainKey("proxy-authorization");
        }
    }

    @Test
    void withoutCredentialsItRefusesUs() throws Exception {
        use(start("BasicAuth me secret\n"), null);

        assertThat(bench.failure("http://outside.test/").cause()).isEqualTo(UNREACHABLE);
        assertThat(bench.fetcher().proxyRefusal())
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining("refuses us (407)"));
    }

    @Test
    void aTunnelItDoesNotAllowIsRefused() throws Exception {
        use(start("ConnectPort 444\n"), null);

        assertThat(bench.failure("https://one.test/").detail()).contains("refuses us (403)");
        bench.failure("https://two.test/");
        assertThat(bench.fetcher().proxyRefusal()).isPresent();
    }
}
