// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static io.github.checklinks.model.FailureCause.TIMED_OUT;
import static io.github.checklinks.model.FailureCause.UNREACHABLE;
import static io.github.checklinks.model.FailureCause.UNTRUSTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers with valid and invalid certificates. */
@Slow
class TlsTest {

    @AutoClose
    private final Bench bench = new Bench();

    @BeforeEach
    void trustTheRoot() {
        bench.useTestCertificates();
    }

    private Response request(SSLContext tls) {
        try (RawServer server = RawServer.start("127.0.0.1", tls, call -> call.page("secure"))) {
            return bench.fetch("https://good.test:" + server.port() + "/", RequestMode.CONTENT);
        }
    }

    @Test
    void aTrustedServerIsRequestedByNameAndByAddress() {
        try (RawServer server =
                RawServer.start("127.0.0.1", Certificates.shared().server("good"), call -> call.page("secure"))) {
            assertThat(bench.page("https://good.test:" + server.port() + "/").body())
                    .asString(UTF_8)
                    .isEqualTo("secure");
            assertThat(bench.page(server.origin() + "/").status()).isEqualTo(200);
            assertThat(bench.head("https://good.test:" + server.port() + "/").status())
                    .isEqualTo(200);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expired | its certificate expired on 2020-02-01",
                "future  | its certificate is not valid before 2120-01-01",
                "other   | its certificate is for other.test, www.other.test, not for good.test",
                "self    | its certificate is self-signed",
            })
    void whatIsWrongWithACertificateIsSaid(String alias, String reason) {
        assertThat(request(Certificates.shared().server(alias))).isEqualTo(Bench.none(UNTRUSTED, reason, false));
    }

    @Test
    void anIncompleteChainIsReportedAsSuch() {
        assertThat(request(Certificates.shared().server("good", 1)))
                .isEqualTo(Bench.none(
                        UNTRUSTED,
                        "its certificate is issued by Test Between, an unknown authority, or the server leaves out"
                                + " the certificates in between (incomplete chain)",
                        false));
    }

    @Test
    void anUnknownAuthorityIsNamed() {
        bench.trusted = null; // Java's default trust store

        assertThat(request(Certificates.shared().server("good", 2)))
                .isEqualTo(Bench.none(UNTRUSTED, "its certificates lead to Test Root, an unknown authority", false));
    }

    @Test
    void aServerThatAnswersTlsInPlainTextDoesNotSpeakIt() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // the client has closed the connection
                }
            });
            thread.setDaemon(true);
            thread.start();

            assertThat(bench.failure("https://good.test:" + server.getLocalPort() + "/"))
                    .isEqualTo(Bench.none(UNREACHABLE, "the server does not speak TLS on this port", false));
        }
    }

    @Test
    void aHandshakeThatIsCutOffIsPassing() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read();
                } catch (IOException e) {
                    // it is closed either way
                }
            });
            thread.setDaemon(true);
            thread.start();

            assertThat(bench.failure("https://good.test:" + server.getLocalPort() + "/"))
                    .isEqualTo(Bench.none(
                            UNREACHABLE, "the connection was closed in the middle of the TLS handshake", true));
        }
    }

    @Test
    void aHandshakeThatNeverEndsTimesOut() throws IOException {
        bench.connectTimeout = Duration.ofMillis(500);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(bench.failure("https://good.test:" + silent.getLocalPort() + "/"))
                    .isEqualTo(Bench.none(TIMED_OUT, "no connection within 500ms (connectTimeout)", true));
        }
    }

    @Test
    void noCommonVersionOfTlsIsUnreachable() throws IOException {
        try (SSLServerSocket server = (SSLServerSocket) Certificates.shared()
                .server("good")
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setEnabledProtocols(new String[] {"TLSv1.2"});
            server.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_AES_128_GCM_SHA256"}); // requires an RSA key
            Thread thread = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read();
                } catch (IOException e) {
                    // no handshake, as expected
                }
            });
            thread.setDaemon(true);
            thread.start();

            assertThat(bench.failure("https://good.test:" + server.getLocalPort() + "/"))
                    .isEqualTo(Bench.none(
                            UNREACHABLE, "no TLS connection: Received fatal alert: handshake_failure", false));
        }
    }
}
