// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static io.github.checklinks.model.FailureCause.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Servers that respond too late or never. The timeouts are short; the servers wait for ever. */
@Slow
class DeadlineTest {

    @AutoClose
    private final Bench bench = new Bench();

    private Response fetch(RequestMode requestMode, RawServer.Script script) {
        try (RawServer server = RawServer.start(script)) {
            return bench.fetch(server.origin() + "/page", requestMode);
        }
    }

    private static void drip(RawServer.Call call) throws IOException, InterruptedException {
        while (true) {
            call.send("x");
            Thread.sleep(100);
        }
    }

    @Test
    void aSilentServerTimesOut() {
        bench.responseTimeout = Duration.ofMillis(300);

        assertThat(fetch(RequestMode.CONTENT, RawServer.Call::waitForEnd))
                .isEqualTo(Bench.none(TIMED_OUT, "no answer within 300ms (responseTimeout)", true));
    }

    @Test
    void aServerThatFallsSilentInItsAnswerTimesOut() {
        bench.responseTimeout = Duration.ofMillis(300);

        Response response = fetch(RequestMode.CONTENT, call -> {
            call.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<p>");
            call.waitForEnd();
        });

        assertThat(response).isEqualTo(Bench.none(TIMED_OUT, "the answer stalled for 300ms (responseTimeout)", true));
    }

    @Test
    void aDrippingBodyEndsAtTheDeadline() {
        bench.linkTimeout = Duration.ofSeconds(1);

        Response response = fetch(RequestMode.CONTENT, call -> {
            call.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n");
            drip(call);
        });

        assertThat(response).isEqualTo(Bench.none(TIMED_OUT, "the answer did not end within 1s (linkTimeout)", true));
    }

    @Test
    void aDrippingHeaderEndsAtTheDeadline() {
        bench.linkTimeout = Duration.ofSeconds(1);

        Response response = fetch(RequestMode.STATUS, call -> {
            call.send("HTTP/1.1 200 OK\r\nX-Slow: ");
            drip(call);
        });

        assertThat(response).isEqualTo(Bench.none(TIMED_OUT, "no answer within 1s (linkTimeout)", true));
    }

    @Test
    void aDrippingErrorPageIsAnswered() {
        Response response = fetch(RequestMode.CONTENT, call -> {
            call.send("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n");
            drip(call);
        });

        assertThat(Bench.answer(response).status()).isEqualTo(404);
    }

    @Test
    void aNameThatTakesForEverEndsAtTheDeadline() {
        bench.linkTimeout = Duration.ofMillis(500);
        CountDownLatch never = new CountDownLatch(1);
        bench.lookup = host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return InetAddress.getAllByName("127.0.0.1");
        };

        assertThat(bench.failure("http://slow.test/"))
                .isEqualTo(Bench.none(TIMED_OUT, "its name was not resolved within 500ms (linkTimeout)", true));
        never.countDown();
    }

    @Test
    void aConnectionThatIsNeverTakenTimesOut() throws IOException {
        bench.connectTimeout = Duration.ofMillis(500);
        List<Socket> fillers = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 8; i++) { // fills the backlog of a server that accepts no connection
                Socket filler = new Socket();
                fillers.add(filler);
                try {
                    filler.connect(full.getLocalSocketAddress(), 100);
                } catch (IOException e) {
                    break;
                }
            }

            assertThat(bench.failure("http://127.0.0.1:" + full.getLocalPort() + "/"))
                    .isEqualTo(Bench.none(TIMED_OUT, "no connection within 500ms (connectTimeout)", true));
        } finally {
            for (Socket filler : fillers) {
                filler.close();
            }
        }
    }

    @Test
    void aSlowHostDoesNotSlowTheOthers() {
        bench.connectionsPerHost = 2;
        bench.linkTimeout = Duration.ofDays(1);
        bench.responseTimeout = Duration.ofDays(1);
        try (RawServer hung = RawServer.start(RawServer.Call::waitForEnd);
                RawServer fast = RawServer.start("127.0.0.2", null, call -> call.page("ok"))) {
            List<CompletableFuture<Response>> waiting = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                waiting.add(bench.send(hung.origin() + "/" + i, RequestMode.CONTENT));
            }
            for (int i = 0; i < 100; i++) {
                assertThat(bench.page(fast.origin() + "/" + i).status()).isEqualTo(200);
            }
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            assertThat(hung.accepted()).isEqualTo(2);
        }
    }
}
