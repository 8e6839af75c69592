// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.fetch.body.ContentDecoderTest;
import io.github.checklinks.fetch.http.FailureClassifier;
import io.github.checklinks.model.FailureCause;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bodies are downloaded, up to which size, and how they are decoded. */
class BodyTest {

    @AutoClose
    private final Bench bench = new Bench();

    private final AtomicLong sent = new AtomicLong();

    private Response fetch(String path, RequestMode requestMode, RawServer.Script script) {
        try (RawServer server = RawServer.start(script)) {
            return bench.fetch(server.origin() + path, requestMode);
        }
    }

    private Response.Answer page(RawServer.Script script) {
        return Bench.answer(fetch("/page", RequestMode.CONTENT, script));
    }

    private RawServer.Script endless(String header) {
        return call -> {
            call.send("HTTP/1.1 " + header + "\r\n\r\n");
            byte[] chunk = "<p>again</p>".repeat(1000).getBytes(UTF_8);
            while (true) {
                call.send(chunk);
                sent.addAndGet(chunk.length);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 30000000000",
                "200 OK\r\nContent-Type: application/pdf",
                "200 OK\r\nX-Content-Type-Options: nosniff",
                "404 Not Found\r\nContent-Type: text/html",
                "500 Oops\r\nContent-Type: text/html\r\nContent-Length: 30000000000",
                "302 Found\r\nLocation: /x\r\nContent-Type: text/html",
            })
    void aBodyThatIsNoPageIsNotDownloaded(String header) {
        Response.Answer answer = page(endless(header));

        assertThat(answer.body()).isEmpty();
        assertThat(answer.cut()).isFalse();
        assertThat(sent).hasValueLessThan(10 << 20); // what fits into the socket buffers
        assertThat(bench.fetcher().connectionsInUse()).isZero();
    }

    @Test
    void aPageIsNotDownloadedWhenOnlyItsStatusIsWanted() {
        Response response = fetch("/page", RequestMode.STATUS_BY_GET, endless("200 OK\r\nContent-Type: text/html"));

        assertThat(Bench.answer(response).body()).isEmpty();
        assertThat(sent).hasValueLessThan(10 << 20);
    }

    @Test
    void anUnwantedBodyThatNeverEndsIsNotWaitedFor() {
        bench.linkTimeout = Duration.ofDays(1);
        bench.responseTimeout = Duration.ofDays(1);

        Response.Answer answer = page(call -> {
            call.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n");
            call.waitForEnd();
        });

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void anEndlessPageIsCut() {
        Response.Answer answer = page(endless("200 OK\r\nContent-Type: text/html"));

        assertThat(answer.cut()).isTrue();
        assertThat(answer.body()).hasSize(1 << 20);
        assertThat(bench.fetcher().connectionsInUse()).isZero();
    }

    @Test
    void aPageOfExactlyTheAllowedSizeIsWhole() {
        bench.maxBodySize = 1000;

        assertThat(page(call -> call.page("x".repeat(1000))).cut()).isFalse();
        assertThat(page(call -> call.page("x".repeat(1001))).cut()).isTrue();
    }

    @Test
    void aPromisedLengthIsNotBelieved() {
        bench.maxBodySize = 1L << 40;

        Response response = fetch("/page", RequestMode.CONTENT, call -> {
            call.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900000000000\r\n\r\n<p>");
            call.close();
        });

        assertThat(response).isEqualTo(Bench.none(FailureCause.UNREACHABLE, FailureClassifier.BROKE, true));
    }

    private static RawServer.Script coded(String coding, byte[] body) {
        return call -> call.answer("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: " + coding, body);
    }

    @Test
    void aGzipPageIsDecoded() {
        assertThat(page(coded("gzip", ContentDecoderTest.gzip("<p>zipped".getBytes(UTF_8))))
                        .body())
                .asString(UTF_8)
                .isEqualTo("<p>zipped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "utf-8", "identity", "gzip"})
    void aPlainPageWithAMadeUpCodingIsReadAsItIs(String coding) {
        assertThat(page(coded(coding, "<p>plain".getBytes(UTF_8))).body())
                .asString(UTF_8)
                .isEqualTo("<p>plain");
    }

    @Test
    void aGzipThatEndsEarlyIsATruncation() {
        byte[] packed = ContentDecoderTest.gzip("<p>zipped</p>".repeat(100).getBytes(UTF_8));

        assertThat(fetch("/page", RequestMode.CONTENT, coded("gzip", Arrays.copyOf(packed, packed.length / 2))))
                .isEqualTo(Bench.none(FailureCause.UNREACHABLE, FailureClassifier.BROKE, true));
    }

    @Test
    void aBadGzipIsUnreachable() {
        byte[] packed = ContentDecoderTest.gzip(new byte[1000]);
        Arrays.fill(packed, 10, packed.length, (byte) 0xff);

        assertThat(fetch("/page", RequestMode.CONTENT, coded("gzip", packed)))
                .isEqualTo(Bench.none(FailureCause.UNREACHABLE, "the answer's compressed body is corrupt", false));
    }

    @Test
    void aCodingThatWasNotAcceptedIsUnreachable() {
        assertThat(fetch("/page", RequestMode.CONTENT, coded("br", new byte[] {1, 2, 3})))
                .isEqualTo(Bench.none(
                        FailureCause.UNREACHABLE, "the answer is packed with br, which was not asked for", false));
    }

    @Test
    void aGzipBombIsCut() {
        Response.Answer answer = page(coded("gzip", ContentDecoderTest.gzip(new byte[200 << 20])));

        assertThat(answer.cut()).isTrue();
        assertThat(answer.body().length).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void aPackedSitemapIsUnpacked() {
        Response response = fetch(
                "/sitemap.xml.gz",
                RequestMode.CONTENT,
                call -> call.answer(
                        "200 OK\r\nContent-Type: application/x-gzip",
                        ContentDecoderTest.gzip("<urlset/>".getBytes(UTF_8))));

        assertThat(Bench.answer(response).body()).asString(UTF_8).isEqualTo("<urlset/>");
    }

    @Test
    void bodiesAreInflatedOnTheExecutor() {
        CountDownLatch go = new CountDownLatch(1);
        try (RawServer server = RawServer.start(coded("gzip", ContentDecoderTest.gzip("<p>zipped".getBytes(UTF_8))))) {
            CompletableFuture<Response> zipped = bench.send(server.origin() + "/", RequestMode.CONTENT);
            Bench.join(zipped);
            for (int i = 0; i < 2; i++) {
                bench.executor.execute(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            zipped = bench.send(server.origin() + "/", RequestMode.CONTENT);
            assertThat(bench.head(server.origin() + "/").status()).isEqualTo(200);
            assertThat(zipped).isNotDone();
            go.countDown();
            assertThat(Bench.answer(Bench.join(zipped)).body()).asString(UTF_8).isEqualTo("<p>zipped");
        }
    }
}
