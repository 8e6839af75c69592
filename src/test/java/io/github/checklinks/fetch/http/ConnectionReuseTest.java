// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import static io.github.checklinks.model.FailureCause.TIMED_OUT;
import static io.github.checklinks.model.FailureCause.UNREACHABLE;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import io.github.checklinks.fetch.Bench;
import io.github.checklinks.fetch.Certificates;
import io.github.checklinks.fetch.HttpSettings;
import io.github.checklinks.fetch.RawServer;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.TunnelProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that close a connection which is to be reused. */
@Slow
class ConnectionReuseTest {

    private static final int PAGES = 60;

    @AutoClose
    private final Bench bench = new Bench();

    private final Set<Integer> used = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void trustTheRoot() {
        bench.useTestCertificates();
    }

    /** How a server ends a connection after its first answer. */
    private enum Ending {
        AT_ONCE {
            @Override
            void answer(RawServer.Call call, boolean first) throws IOException {
                call.page("<p>page");
                call.close();
            }
        },
        AT_ONCE_WITH_A_RESET {
            @Override
            void answer(RawServer.Call call, boolean first) throws IOException {
                call.page("<p>page");
                call.reset();
            }
        },
        HALF {
            @Override
            void answer(RawServer.Call call, boolean first) throws IOException {
                call.page("<p>page");
                call.socket().shutdownOutput();
            }
        },
        AFTER_A_WHILE {
            @Override
            void answer(RawServer.Call call, boolean first) throws IOException {
                call.page("<p>page");
                call.socket().setSoTimeout(2);
            }
        },
        AT_THE_NEXT_REQUEST {
            @Override
            void answer(RawServer.Call call, boolean first) throws IOException {
                if (first) {
                    call.page("<p>page");
                } else {
                    call.close();
                }
            }
        },
        AT_THE_NEXT_REQUEST_WITH_A_RESET {
            @Override
            void answer(RawServer.Call call, boolean first) throws IOException {
                if (first) {
                    call.page("<p>page");
                } else {
                    call.reset();
                }
            }
        };

        abstract void answer(RawServer.Call call, boolean first) throws IOException;
    }

    private RawServer.Script script(Ending ending) {
        return call -> ending.answer(call, used.add(call.connection()));
    }

    /** Requests pages concurrently, and then some more sequentially. */
    private List<Response> requestAll(Function<Integer, String> url, RequestMode requestMode) {
        var together = IntStream.range(0, PAGES)
                .mapToObj(i -> bench.send(url.apply(i), requestMode))
                .toList();
        List<Response> responses = together.stream().map(Bench::join).collect(toList());
        for (int i = PAGES; i < PAGES + 20; i++) {
            responses.add(bench.fetch(url.apply(i), requestMode));
        }
        return responses;
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void aConnectionThatIsClosedWithoutNoticeCostsNoPage(Ending ending) {
        try (RawServer server = RawServer.start(script(ending))) {
            assertThat(requestAll(i -> server.origin() + "/" + i, RequestMode.CONTENT))
                    .allMatch(Response.Answer.class::isInstance);
        }
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void norDoesItCostTheAnswerToAHead(Ending ending) {
        try (RawServer server = RawServer.start(script(ending))) {
            assertThat(requestAll(i -> server.origin() + "/" + i, RequestMode.STATUS))
                    .allMatch(Response.Answer.class::isInstance);
        }
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void norOneOverTls(Ending ending) {
        try (RawServer server =
                RawServer.start("127.0.0.1", Certificates.shared().server("good"), script(ending))) {
            assertThat(requestAll(i -> "https://good.test:" + server.port() + "/" + i, RequestMode.CONTENT))
                    .allMatch(Response.Answer.class::isInstance);
        }
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void norOneToAProxy(Ending ending) {
        try (RawServer proxy = RawServer.start(script(ending))) {
            use(proxy);

            assertThat(requestAll(i -> "http://outside.test/" + i, RequestMode.CONTENT))
                    .allMatch(Response.Answer.class::isInstance);
        }
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void norOneThroughTheTunnelOfAProxy(Ending ending) {
        try (RawServer server =
                        RawServer.start("127.0.0.1", Certificates.shared().server("good"), script(ending));
                RawServer proxy = RawServer.start(new TunnelProxy(server))) {
            use(proxy);

            assertThat(requestAll(i -> "https://good.test:" + server.port() + "/" + i, RequestMode.CONTENT))
                    .allMatch(Response.Answer.class::isInstance);
            assertThat(proxy.calls()).allMatch(call -> call.method().equals("CONNECT"));
        }
    }

    private void use(RawServer proxy) {
        bench.proxies = List.of(
                new HttpSettings.Proxy("http", "proxy.test", proxy.port(), null, null, null),
                new HttpSettings.Proxy("https", "proxy.test", proxy.port(), null, null, null));
    }

    @Test
    void aServerThatDoesItTwiceIsRequestedOnNewConnectionsOnly() {
        try (RawServer server = RawServer.start(script(Ending.AT_THE_NEXT_REQUEST))) {
            for (int i = 0; i < 10; i++) {
                bench.page(server.origin() + "/" + i);
            }

            assertThat(server.calls()).hasSize(12);
            assertThat(server.accepted()).isEqualTo(10);
        }
    }

    @Test
    void aServerThatKeepsItsConnectionsIsRequestedOnOne() {
        try (RawServer server = RawServer.start(call -> call.page("<p>page"))) {
            for (int i = 0; i < 10; i++) {
                bench.page(server.origin() + "/" + i);
            }

            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aFailureOnANewConnectionIsTheAnswer() {
        try (RawServer server = RawServer.start(call -> {
            if (call.target().equals("/first")) {
                call.page("<p>page");
            } else {
                call.close();
            }
        })) {
            bench.page(server.origin() + "/first");

            assertThat(bench.failure(server.origin() + "/second"))
                    .isEqualTo(Bench.none(UNREACHABLE, "the connection was closed without an answer", true));
            Map<String, Long> calls = server.calls().stream().collect(groupingBy(RawServer.Call::target, counting()));
            assertThat(calls).containsEntry("/second", 2L);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestMode.class,
            names = {"STATUS", "CONTENT"})
    void anAnswerThatIsCutInTheMiddleOfItsHeaderIsNotRequestedAgain(RequestMode requestMode) {
        try (RawServer server = RawServer.start(call -> {
            if (call.target().equals("/first")) {
                call.page("<p>page");
            } else {
                call.send("HTTP/1.1 200 OK\r\nContent-Ty");
                call.close();
            }
        })) {
            bench.fetch(server.origin() + "/first", requestMode);

            assertThat(bench.fetch(server.origin() + "/second", requestMode)).isInstanceOf(Response.None.class);
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void anAnswerThatIsCutInTheMiddleOfItsBodyIsNotRequestedAgain() {
        try (RawServer server = RawServer.start(call -> {
            call.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p");
            if (call.target().equals("/first")) {
                call.send(">");
            } else {
                call.close();
            }
        })) {
            bench.page(server.origin() + "/first");

            assertThat(bench.failure(server.origin() + "/second"))
                    .isEqualTo(Bench.none(UNREACHABLE, FailureClassifier.BROKE, true));
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void theTimeLimitHoldsForBothConnectionsTogether() {
        bench.linkTimeout = Duration.ofMillis(600);
        try (RawServer server = RawServer.start(call -> {
            if (call.target().equals("/first")) {
                call.page("<p>page");
            } else if (call.connection() == 1) {
                Thread.sleep(400);
                call.close();
            } else {
                call.waitForEnd();
            }
        })) {
            bench.page(server.origin() + "/first");

            long began = System.nanoTime();
            assertThat(bench.failure(server.origin() + "/second").cause()).isEqualTo(TIMED_OUT);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(900));
            assertThat(server.accepted()).isEqualTo(2);
        }
    }
}
