// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.fetch.Bench;
import io.github.checklinks.fetch.RawServer;
import io.github.checklinks.fetch.Request;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.url.WebUrl;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {

    @AutoClose
    private final Bench bench = new Bench();

    @AutoClose
    private final RawServer server = RawServer.start(call -> {
        switch (call.target()) {
            case "/moved" -> call.answer("301 Moved\r\nLocation: /caf\u00c3\u00a9 x?a=1#f", "gone".getBytes(UTF_8));
            case "/limited" ->
                call.answer(
                        "429 Slow\r\nRetry-After: 7\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\ncf-mitigated: challenge",
                        new byte[0]);
            default -> call.page("<p>hello</p>");
        }
    });

    private RawServer.Call lastCall() {
        return server.calls().get(server.calls().size() - 1);
    }

    @Test
    void aStatusIsRequestedByHead() {
        Response.Answer answer = bench.head(server.origin() + "/a");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(lastCall().line()).isEqualTo("HEAD /a HTTP/1.1");
    }

    @Test
    void aStatusByGetHasNoBody() {
        Response.Answer answer = Bench.answer(bench.fetch(server.origin() + "/a", RequestMode.STATUS_BY_GET));

        assertThat(answer.body()).isEmpty();
        assertThat(lastCall().method()).isEqualTo("GET");
    }

    @Test
    void contentIsRequestedByGetAndHasItsType() {
        Response.Answer answer = bench.page(server.origin() + "/a");

        assertThat(answer.body()).asString(UTF_8).isEqualTo("<p>hello</p>");
        assertThat(answer.contentType()).isEqualTo("text/html");
        assertThat(answer.cut()).isFalse();
        assertThat(answer.location()).isNull();
        assertThat(answer.retryAfter()).isNull();
    }

    @Test
    void aRequestLooksLikeABrowsersButNamesUs() {
        bench.head(server.origin() + "/a");

        assertThat(lastCall().headers())
                .containsEntry("user-agent", "check-links-test/1 (+https://checklinks.example/)")
                .containsEntry("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .containsEntry("accept-language", "en;q=0.9,*;q=0.5")
                .containsEntry("accept-encoding", "gzip, deflate")
                .containsEntry("host", "127.0.0.1:" + server.port())
                .doesNotContainKeys("upgrade", "authorization", "cookie", "expect", "transfer-encoding");
    }

    @Test
    void afterA406AnyTypeIsAccepted() {
        WebUrl url = Bench.request(server.origin() + "/a", RequestMode.STATUS).url();

        Bench.join(bench.fetcher().fetch(new Request(url, RequestMode.STATUS, true, "")));

        assertThat(lastCall().headers()).containsEntry("accept", "*/*");
    }

    @Test
    void cookiesOfTheHopAreSentAndNoneAreKept() {
        WebUrl url =
                Bench.request(server.origin() + "/limited", RequestMode.STATUS).url();

        Bench.join(bench.fetcher().fetch(new Request(url, RequestMode.STATUS, false, "x=1; y=2")));
        assertThat(lastCall().headers()).containsEntry("cookie", "x=1; y=2");
        bench.head(server.origin() + "/a");
        assertThat(lastCall().headers()).doesNotContainKey("cookie");
    }

    @Test
    void whatTheHeaderSaysIsHandedOn() {
        Response.Answer answer = bench.page(server.origin() + "/limited");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(answer.cookies()).containsExactly("a=1", "b=2");
        assertThat(answer.challenge()).isTrue();
    }

    @Test
    void aRedirectIsNotFollowedAndItsLocationIsReadAsUtf8() {
        Response.Answer answer = bench.page(server.origin() + "/moved");

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.location()).isEqualTo("/caf%C3%A9 x?a=1#f");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aFragmentIsNotSent() {
        bench.head(server.origin() + "/a?b=c#frag");

        assertThat(lastCall().target()).isEqualTo("/a?b=c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a|b", "/%zz", "/a[1]", "/a?q=[x|y]", "//double", "/a%2Fb", "/?", "/~u/$&'()*+,;=:@"})
    void whatJavaNetUriRefusesIsSentAsABrowserSendsIt(String target) {
        bench.head(server.origin() + target);

        assertThat(lastCall().target()).isEqualTo(target);
    }

    @Test
    void userinfoBecomesCredentialsAndIsNotPartOfTheTarget() {
        bench.head("http://us%40er:pa%3Ass@127.0.0.1:" + server.port() + "/a");

        assertThat(lastCall().headers())
                .containsEntry("authorization", "Basic dXNAZXI6cGE6c3M=")
                .containsEntry("host", "127.0.0.1:" + server.port());
        assertThat(lastCall().target()).isEqualTo("/a");
    }

    @Test
    void configuredHeadersGoToTheSitesOriginOnly() {
        try (RawServer other = RawServer.start(call -> call.page(""))) {
            bench.siteOrigin = server.origin();
            bench.headers = Map.of("X-Api-Key", "s3cret", "User-Agent", "site's own");

            bench.head(server.origin() + "/a");
            bench.head(other.origin() + "/a");

            assertThat(lastCall().headers())
                    .containsEntry("x-api-key", "s3cret")
                    .containsEntry("user-agent", "site's own");
            assertThat(other.calls().get(0).headers())
                    .doesNotContainKey("x-api-key")
                    .doesNotContainValue("site's own");
        }
    }

    @Test
    void anIpv6HostIsRequestedAndWrittenInBrackets() {
        RawServer started;
        try {
            started = RawServer.start("::1", null, call -> call.page("six"));
        } catch (UncheckedIOException e) {
            Assumptions.abort("no IPv6 here");
            return;
        }
        try (RawServer six = started) {
            assertThat(bench.page(six.origin() + "/").body()).asString(UTF_8).isEqualTo("six");
            assertThat(six.calls().get(0).headers()).containsEntry("host", "[::1]:" + six.port());
        }
    }

    @Test
    void aConnectionIsUsedAgain() {
        for (int i = 0; i < 20; i++) {
            bench.page(server.origin() + "/" + i);
            bench.head(server.origin() + "/" + i);
            bench.fetch(server.origin() + "/moved", RequestMode.STATUS_BY_GET);
        }

        assertThat(server.calls()).hasSize(60);
        assertThat(server.accepted()).isEqualTo(1);
    }

    @Test
    void noMoreConnectionsThanAllowedAreMadeToAHost() {
        bench.connectionsPerHost = 3;

        List<CompletableFuture<Response>> all = IntStream.range(0, 60)
                .mapToObj(i -> bench.send(server.origin() + "/" + i, RequestMode.CONTENT))
                .toList();

        assertThat(all)
                .allSatisfy(future ->
                        assertThat(Bench.answer(Bench.join(future)).status()).isEqualTo(200));
        assertThat(server.accepted()).isBetween(1, 3);
    }

    @Test
    void theLogOfTheClientIsKeptQuiet() {
        bench.head(server.origin() + "/a");

        assertThat(WireLogSilencer.PROPERTIES).anyMatch(name -> System.getProperty(name) != null);
    }
}
