// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that violate HTTP and that browsers accept nevertheless. */
class LenientAnswersTest {

    private static final String HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    @AutoClose
    private final Bench bench = new Bench();

    @BeforeEach
    void trustTheRoot() {
        bench.useTestCertificates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 5\r\n",
                "Content-Length: 5, 5\r\n",
                "Content-Length: 5\r\nContent-Length: 5, 5\r\n",
                "content-length:5\r\nCONTENT-LENGTH:   5  \r\n",
                "Content-Length: 5\r\nno colon here\r\n",
                "no colon here\r\nContent-Length: 5\r\n",
                ": no name\r\nContent-Length: 5\r\n",
                "Bad name: x\r\nContent-Length: 5\r\n",
                "Content-Length : 5\r\n",
                "Content-Length:\r\n 5\r\n",
                "X-Long: a\r\n\tb\r\nContent-Length: 5\r\n",
                "Transfer-Encoding: identity\r\nContent-Length: 5\r\n",
                "Transfer-Encoding:\r\nContent-Length: 5\r\n",
            })
    void theLengthIsFound(String headers) {
        try (RawServer server = RawServer.start(call -> call.send(HTML + headers + "\r\n<p>ok"))) {
            for (int i = 0; i < 2; i++) {
                assertThat(bench.page(server.origin() + "/" + i).body())
                        .asString(UTF_8)
                        .isEqualTo("<p>ok");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: Chunked\r\nContent-Length: 3\r\n",
            })
    void chunksCountForMoreThanALength(String headers) {
        try (RawServer server = RawServer.start(call -> call.send(HTML + headers + "\r\n5\r\n<p>ok\r\n0\r\n\r\n"))) {
            assertThat(bench.page(server.origin() + "/").body()).asString(UTF_8).isEqualTo("<p>ok");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"five", "-5", "+5", "0x5", "", "99999999999999999999999"})
    void aLengthThatIsNoNumberIsIgnored(String length) {
        try (RawServer server = RawServer.start(call -> {
            call.send(HTML + "Content-Length: " + length + "\r\n\r\n<p>ok");
            call.close();
        })) {
            assertThat(bench.page(server.origin() + "/").body()).asString(UTF_8).isEqualTo("<p>ok");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void soItIsOverTls(boolean http2) {
        bench.http2 = http2;
        try (RawServer server = RawServer.start(
                "127.0.0.1",
                Certificates.shared().server("good"),
                call -> call.send(HTML + "no colon\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n<p>ok"))) {
            for (int i = 0; i < 2; i++) {
                assertThat(bench.page("https://good.test:" + server.port() + "/")
                                .body())
                        .asString(UTF_8)
                        .isEqualTo("<p>ok");
            }
        }
    }

    @Test
    void soItIsInPlainTextWhenHttp2IsAllowed() {
        bench.http2 = true;
        try (RawServer server = RawServer.start(
                call -> call.send(HTML + "no colon\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n<p>ok"))) {
            assertThat(bench.page(server.origin() + "/").body()).asString(UTF_8).isEqualTo("<p>ok");
        }
    }
}
