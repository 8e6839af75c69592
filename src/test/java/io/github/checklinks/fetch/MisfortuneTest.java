// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static io.github.checklinks.model.FailureCause.UNKNOWN_HOST;
import static io.github.checklinks.model.FailureCause.UNREACHABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.fetch.http.FailureClassifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that close connections early or violate HTTP. */
class MisfortuneTest {

    private static final String HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    @AutoClose
    private final Bench bench = new Bench();

    private Response content(RawServer.Script script) {
        try (RawServer server = RawServer.start(script)) {
            return bench.fetch(server.origin() + "/page", RequestMode.CONTENT);
        }
    }

    private Response status(RawServer.Script script) {
        try (RawServer server = RawServer.start(script)) {
            return bench.fetch(server.origin() + "/page", RequestMode.STATUS);
        }
    }

    private static RawServer.Script sayAndClose(String text) {
        return call -> {
            call.send(text);
            call.close();
        };
    }

    @Test
    void aResetBeforeTheHeaderIsUnreachableButPassing() {
        assertThat(content(RawServer.Call::reset))
                .isEqualTo(Bench.none(UNREACHABLE, "the connection was reset without an answer", true));
    }

    @Test
    void aCloseWithoutAnAnswerIsUnreachableButPassing() {
        assertThat(status(RawServer.Call::close))
                .isEqualTo(Bench.none(UNREACHABLE, "the connection was closed without an answer", true));
    }

    @Test
    void aResetInTheMiddleOfTheHeaderIsUnreachable() {
        Response response = content(call -> {
            call.send("HTTP/1.1 200 OK\r\nContent-Ty");
            call.reset();
        });

        assertThat(response).isEqualTo(Bench.none(UNREACHABLE, "the connection was reset without an answer", true));
    }

    @Test
    void aResetInTheMiddleOfTheBodyIsATruncation() {
        Response response = content(call -> {
            call.send(HTML + "Content-Length: 100\r\n\r\n<p>half");
            call.reset();
        });

        assertThat(response).isEqualTo(Bench.none(UNREACHABLE, FailureClassifier.BROKE, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 100\r\n\r\n<p>half",
                "Transfer-Encoding: chunked\r\n\r\n64\r\n<p>half",
                "Transfer-Encoding: chunked\r\n\r\n7\r\n<p>half\r\n",
            })
    void aBodyShorterThanPromisedIsATruncation(String rest) {
        assertThat(content(sayAndClose(HTML + rest))).isEqualTo(Bench.none(UNREACHABLE, FailureClassifier.BROKE, true));
    }

    @Test
    void aBodyLongerThanPromisedEndsWhereItWasPromised() {
        assertThat(Bench.answer(content(sayAndClose(HTML + "Content-Length: 3\r\n\r\n<p>and more")))
                        .body())
                .asString(UTF_8)
                .isEqualTo("<p>");
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestMode.class,
            names = {"STATUS", "CONTENT"})
    void bytesLeftOverFromAnAnswerAreNotTakenForTheNextOne(RequestMode requestMode) {
        String answer = HTML + "Content-Length: 3\r\n\r\n<p>and more"; // after HEAD the whole body is excess
        try (RawServer server = RawServer.start(call -> call.send(answer))) {
            List<Response> responses = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                responses.add(bench.fetch(server.origin() + "/" + i, requestMode));
            }

            assertThat(responses).allMatch(Response.Answer.class::isInstance);
        }
    }

    @Test
    void aBadChunkBreaksTheRules() {
        Response response = content(sayAndClose(HTML + "Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>"));

        assertThat(response).isInstanceOfSatisfying(Response.None.class, none -> {
            assertThat(none.cause()).isEqualTo(UNREACHABLE);
            assertThat(none.detail()).startsWith("its answer breaks the rules of HTTP");
            assertThat(none.temporary()).isFalse();
        });
    }

    @Test
    void aServerThatNeverSpeaksHttpIsUnreachableForGood() {
        try (RawServer server = RawServer.start(sayAndClose("SSH-2.0-OpenSSH_9.2\r\n\r\n"))) {
            assertThat(bench.failure(server.origin() + "/").temporary()).isFalse();
            assertThat(server.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "ICY 200 OK\r\n\r\n",
                "HTTP/1.1 000 Zero\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\nab",
                "HTTP/1.1 abc\r\n\r\n",
            })
    void whatIsNoHttpIsUnreachable(String text) {
        assertThat(content(sayAndClose(text))).isInstanceOfSatisfying(Response.None.class, none -> {
            assertThat(none.cause()).isEqualTo(UNREACHABLE);
            assertThat(none.detail()).startsWith("its answer breaks the rules of HTTP");
            assertThat(none.detail()).doesNotContainPattern("\\p{Cc}");
        });
    }

    @Test
    void largeHeadersOfRealSitesAreRead() {
        String policy = "Content-Security-Policy: " + "x".repeat(60_000) + "\r\n";
        String many = "X-Many: 1\r\n".repeat(900);

        Response response = content(sayAndClose(HTML + policy + many + "Content-Length: 2\r\n\r\nok"));

        assertThat(Bench.answer(response).body()).asString(UTF_8).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void hugeHeadersAreRefused(int kind) {
        String huge = kind == 0 ? "X-Huge: " + "x".repeat(70_000) + "\r\n" : "X-Many: 1\r\n".repeat(1100);

        assertThat(content(sayAndClose(HTML + huge + "Content-Length: 2\r\n\r\nok")))
                .isEqualTo(Bench.none(UNREACHABLE, "the header of its answer is larger than we read", false));
    }

    @Test
    void aHeaderWithoutEndIsRefused() {
        Response response = content(call -> {
            call.send("HTTP/1.1 200 OK\r\n");
            while (true) {
                call.send("X-Endless: " + "x".repeat(1000) + "\r\n");
            }
        });

        assertThat(response)
                .isEqualTo(Bench.none(UNREACHABLE, "the header of its answer is larger than we read", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>old</p>",
                "HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n<p>old</p>",
                "HTTP/1.1 200 \r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<p>old</p>",
                "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\n<p>old</p>",
            })
    void anOldFashionedAnswerIsRead(String text) {
        assertThat(Bench.answer(content(sayAndClose(text))).body())
                .asString(UTF_8)
                .isEqualTo("<p>old</p>");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 299, 404, 451, 503, 600, 999})
    void everyStatusIsHandedOn(int code) {
        assertThat(Bench.answer(status(sayAndClose("HTTP/1.1 " + code + " Odd\r\nContent-Length: 0\r\n\r\n")))
                        .status())
                .isEqualTo(code);
    }

    @Test
    void aRefusedConnectionIsUnreachableButPassing() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(bench.failure("http://127.0.0.1:" + port + "/"))
                .isEqualTo(Bench.none(UNREACHABLE, "the connection was refused", true));
    }

    @Test
    void aNameWithoutAddressIsAnUnknownHost() {
        bench.lookup = host -> {
            throw new UnknownHostException(host + ": Name or service not known");
        };

        assertThat(bench.failure("http://unknown.test/"))
                .isEqualTo(Bench.none(UNKNOWN_HOST, "no such host: unknown.test", false));
    }
}
