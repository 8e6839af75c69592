// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static io.github.checklinks.model.FailureCause.UNREACHABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import io.github.checklinks.fetch.body.ContentDecoderTest;
import io.github.checklinks.fetch.http.HttpFetcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** No requests, connections, threads or open files remain after closing. */
@Slow
class ClosingTest {

    private static final Response STOPPED = Bench.none(UNREACHABLE, "the check was stopped before it answered", true);
    private static final byte[] BOMB = ContentDecoderTest.gzip(new byte[8 << 20]);
    private static final byte[] CORRUPT = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @AutoClose
    private final Bench bench = new Bench();

    /** Misbehaves in a way that depends on the path. */
    private static void misbehave(RawServer.Call call) throws IOException, InterruptedException {
        String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
        switch (call.target().substring(0, 2)) {
            case "/0" -> call.reset();
            case "/1" -> call.close();
            case "/2" -> {
                call.send(page + "Content-Length: 100\r\n\r\nhalf");
                call.close();
            }
            case "/3" -> call.send(page + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n");
            case "/4" -> call.send(page + "Content-Length: 2\r\n\r\nstray bytes");
            case "/5" -> {
                call.send("HTTP/1.1 404 Not Found\r\nContent-Length: 1000\r\n\r\n");
                while (!call.method().equals("HEAD")) {
                    call.send("x");
                    Thread.sleep(50);
                }
            }
            case "/6" -> call.answer("200 OK\r\nContent-Type: image/png", new byte[1 << 20]);
            case "/7" -> call.answer("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", BOMB);
            case "/8" -> call.waitForEnd();
            case "/9" -> call.send("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
            case "/a" -> call.answer("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", CORRUPT);
            case "/b" -> call.answer("302 Found\r\nLocation: /b", new byte[10]);
            case "/c" -> call.send("SSH-2.0-x\r\n");
            case "/d" -> {
                call.send("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\nold");
                call.close();
            }
            default -> call.page("fine");
        }
    }

    private static void join(CompletableFuture<Response> future) {
        if (Bench.join(future) instanceof Response.Answer answer) {
            answer.release().run();
        }
    }

    /** Returns the number of open sockets, pipes and selectors; not files, which the JVM opens at any time, such as a jar. */
    private static long openFiles() {
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(ClosingTest::isNoFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNoFile(Path descriptor) {
        try {
            return !Files.readSymbolicLink(descriptor).toString().startsWith("/");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static Set<Thread> threadsOfOurs() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("httpclient")
                        || thread.getName().startsWith("check-links")
                        || thread.getName().startsWith("Scheduled-executor"))
                .collect(Collectors.toSet());
    }

    private static boolean within(Duration limit, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void afterTenThousandMisfortunesNothingIsLeft() throws InterruptedException {
        bench.responseTimeout = Duration.ofMillis(200);
        bench.connectionsPerHost = 64;
        warmUp();
        long before = openFiles();
        try (RawServer server = RawServer.start(ClosingTest::misbehave)) {
            List<RequestMode> wants = List.of(RequestMode.STATUS, RequestMode.STATUS_BY_GET, RequestMode.CONTENT);
            for (int wave = 0; wave < 40; wave++) {
                List<CompletableFuture<Response>> all = new ArrayList<>();
                for (int i = wave * 250; i < (wave + 1) * 250; i++) {
                    String kind = Integer.toHexString(i % 15);
                    all.add(bench.send(server.origin() + "/" + kind + i, wants.get(i / 15 % 3)));
                }
                all.forEach(ClosingTest::join);
            }
            assertThat(within(Duration.ofSeconds(5), () -> bench.fetcher().connectionsInUse() == 0))
                    .isTrue();
            for (int i = 0; i < 64; i++) { // all slots are available
                assertThat(bench.page(server.origin() + "/fine").body())
                        .asString(UTF_8)
                        .isEqualTo("fine");
            }
        }
        bench.close();
        assertThat(within(Duration.ofSeconds(5), () -> openFiles() <= before)).isTrue();
        assertThat(within(Duration.ofSeconds(1), () -> threadsOfOurs().isEmpty()))
                .as("%s", threadsOfOurs())
                .isTrue();
    }

    /** Opens what stays open permanently, such as libraries and random sources. */
    private static void warmUp() {
        try (Bench other = new Bench();
                RawServer server = RawServer.start(call -> call.page("warm"))) {
            other.page(server.origin() + "/");
        }
    }

    @Test
    void closingCompletesEveryRequestAndEndsEveryThreadWithinASecond() throws InterruptedException {
        try (RawServer hung = RawServer.start(RawServer.Call::waitForEnd);
                RawServer dripping = RawServer.start(call -> {
                    call.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
                    while (true) {
                        call.send("x");
                        Thread.sleep(20);
                    }
                })) {
            List<CompletableFuture<Response>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                all.add(bench.send(hung.origin() + "/" + i, RequestMode.STATUS));
                all.add(bench.send(dripping.origin() + "/" + i, RequestMode.CONTENT));
            }
            assertThat(within(
                            Duration.ofSeconds(10),
                            () -> !dripping.calls().isEmpty() && !hung.calls().isEmpty()))
                    .isTrue();

            bench.fetcher().close();

            assertThat(all).allSatisfy(future -> assertThat(future.getNow(null)).isEqualTo(STOPPED));
            assertThat(within(Duration.ofSeconds(1), () -> threadsOfOurs().isEmpty()))
                    .isTrue();
        }
    }

    @Test
    void closingCompletesRequestsThatWaitForAName() throws InterruptedException {
        CountDownLatch lookedUp = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        bench.lookup = host -> {
            lookedUp.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return InetAddress.getAllByName("127.0.0.1");
        };
        CompletableFuture<Response> waiting = bench.send("http://slow.test/", RequestMode.STATUS);
        lookedUp.await();

        bench.fetcher().close();

        assertThat(waiting.getNow(null)).isEqualTo(STOPPED);
        go.countDown();
    }

    @Test
    void afterClosingEveryRequestIsAnsweredImmediately() {
        HttpFetcher fetcher = bench.fetcher();
        fetcher.close();
        fetcher.close();

        assertThat(fetcher.fetch(Bench.request("http://127.0.0.1:1/", RequestMode.STATUS))
                        .getNow(null))
                .isEqualTo(STOPPED);
    }

    @Test
    void anExecutorThatRejectsATaskIsAnInternalErrorAndNotAnException() {
        byte[] packed = ContentDecoderTest.gzip(new byte[10]);
        try (RawServer server = RawServer.start(
                        call -> call.answer("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", packed));
                HttpFetcher fetcher = new HttpFetcher(bench.settings(), task -> {
                    throw new RejectedExecutionException("full");
                })) {
            assertThat(Bench.join(fetcher.fetch(Bench.request(server.origin() + "/", RequestMode.CONTENT))))
                    .isInstanceOfSatisfying(Response.None.class, none -> {
                        assertThat(none.cause()).isEqualTo(UNREACHABLE);
                        assertThat(none.detail())
                                .startsWith("internal error while sending the request: RejectedExecution");
                    });
        }
    }

    @Test
    void aLookUpThatThrowsIsAnInternalErrorAndNotAnException() {
        bench.lookup = host -> {
            throw new StackOverflowError("deep");
        };

        assertThat(bench.failure("http://some.test/").detail())
                .startsWith("internal error while sending the request: StackOverflow");
    }

    @Test
    void connectionsToHostsThatAreNoLongerRequestedAreClosed() throws InterruptedException {
        bench.connectionsPerHost = 2;
        List<RawServer> hosts = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                RawServer host = RawServer.start(call -> call.page("once"));
                hosts.add(host);
                bench.page(host.origin() + "/");
            }
            assertThat(within(
                            Duration.ofSeconds(10),
                            () -> hosts.stream().mapToInt(RawServer::open).sum() < 256))
                    .isTrue();
        } finally {
            hosts.forEach(RawServer::close);
        }
    }
}
