// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import io.github.checklinks.fetch.body.ContentDecoderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in flight that exceed the memory budget. */
@Slow
class BodyMemoryTest {

    private static final int PAGE = 600 << 10;

    @AutoClose
    private final Bench bench = new Bench();

    private static void page(RawServer.Call call) throws java.io.IOException, InterruptedException {
        call.answer("200 OK\r\nContent-Type: text/html", new byte[PAGE]);
    }

    private List<CompletableFuture<Response>> request(RawServer server, int count) {
        List<CompletableFuture<Response>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(bench.send(server.origin() + "/" + i, RequestMode.CONTENT));
        }
        return all;
    }

    /** Releases a body after a delay, like a slow reader. */
    private static CompletableFuture<Response> read(CompletableFuture<Response> future, int millis) {
        return future.thenApplyAsync(
                response -> {
                    Bench.answer(response).release().run();
                    return response;
                },
                CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    @Test
    void pagesWaitForMemoryHoweverLongAndDoNotFail() {
        bench.bodyBytes = 100 << 10;
        bench.responseTimeout = Duration.ofMillis(400);
        bench.linkTimeout = Duration.ofMillis(800);
        bench.connectionsPerHost = 8;
        try (RawServer server = RawServer.start(BodyMemoryTest::page)) {
            List<CompletableFuture<Response>> all =
                    request(server, 8).stream().map(future -> read(future, 300)).toList();

            assertThat(all).allSatisfy(future -> {
                Response.Answer answer = Bench.answer(Bench.join(future));
                assertThat(answer.body()).hasSize(PAGE);
                assertThat(answer.cut()).isFalse();
            });
        }
    }

    @Test
    void aBodyThatWaitsIsNotReadFromItsConnection() throws InterruptedException {
        bench.bodyBytes = 100 << 10;
        bench.maxBodySize = 64 << 20;
        try (RawServer server =
                RawServer.start(call -> call.answer("200 OK\r\nContent-Type: text/html", new byte[40 << 20]))) {
            CompletableFuture<Response> first = bench.send(server.origin() + "/1", RequestMode.CONTENT);
            Response.Answer held = Bench.answer(Bench.join(first));
            CompletableFuture<Response> second = bench.send(server.origin() + "/2", RequestMode.CONTENT);
            Thread.sleep(500);

            assertThat(second).isNotDone();
            assertThat(bench.fetcher().bodyBytes()).isBetween(40L << 20, 41L << 20);
            held.release().run();
            Response.Answer next = Bench.answer(Bench.join(second));
            assertThat(next.body()).hasSize(40 << 20);
            next.release().run();
            assertThat(bench.fetcher().bodyBytes()).isZero();
        }
    }

    @Test
    void packedBodiesWaitForTheRoomTheyMayNeed() {
        bench.bodyBytes = 1 << 20;
        byte[] packed = ContentDecoderTest.gzip(new byte[PAGE]);
        try (RawServer server = RawServer.start(
                call -> call.answer("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", packed))) {
            List<CompletableFuture<Response>> all =
                    request(server, 8).stream().map(future -> read(future, 20)).toList();

            assertThat(all)
                    .allSatisfy(future ->
                            assertThat(Bench.answer(Bench.join(future)).body()).hasSize(PAGE));
            assertThat(bench.fetcher().bodyBytes()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/short", "/stall", "/reset"})
    void afterAFailureNothingIsCounted(String path) {
        bench.responseTimeout = Duration.ofMillis(300);
        try (RawServer server = RawServer.start(call -> {
            call.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000000\r\n\r\n");
            call.send(new byte[200_000]);
            switch (call.target()) {
                case "/short" -> call.close();
                case "/reset" -> call.reset();
                default -> call.waitForEnd();
            }
        })) {
            assertThat(bench.failure(server.origin() + path).temporary()).isTrue();
            assertThat(bench.fetcher().bodyBytes()).isZero();
        }
    }

    @Test
    void closingEndsThoseThatWait() {
        bench.bodyBytes = 1;
        try (RawServer server = RawServer.start(BodyMemoryTest::page)) {
            List<CompletableFuture<Response>> all = request(server, 6);
            Bench.answer(Bench.join(CompletableFuture.anyOf(all.toArray(CompletableFuture[]::new))
                    .thenApply(Response.class::cast)));

            bench.fetcher().close();

            assertThat(all).allSatisfy(future -> assertThat(future).isDone());
        }
    }
}
