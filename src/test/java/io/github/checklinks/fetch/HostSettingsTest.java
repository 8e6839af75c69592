// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static io.github.checklinks.model.FailureCause.UNREACHABLE;
import static io.github.checklinks.model.FailureCause.UNTRUSTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.url.HostPattern;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Credentials, headers and trust of single hosts. */
class HostSettingsTest {

    private static final HostSettings.Login LOGIN = new HostSettings.Login("me", "s3cret:pw");
    private static final String BASIC = "Basic bWU6czNjcmV0OnB3";

    @AutoClose
    private final Bench bench = new Bench();

    private static HostSettings host(String name, HostSettings.@Nullable Login login, Map<String, String> headers) {
        return new HostSettings(HostPattern.of("name", name), null, login, headers, false);
    }

    private static Map<String, String> headersOf(RawServer server, int call) {
        return server.calls().get(call).headers();
    }

    @Test
    void aLoginAndHeadersGoToTheirOwnHostAndPortOnly() {
        try (RawServer own = RawServer.start(call -> call.page(""));
                RawServer other = RawServer.start(call -> call.page(""))) {
            bench.hosts = List.of(host(own.origin(), LOGIN, Map.of("X-Key", "abcdef")));

            bench.head(own.origin() + "/");
            bench.head(other.origin() + "/");
            bench.head("http://localhost:" + own.port() + "/");

            assertThat(headersOf(own, 0)).containsEntry("authorization", BASIC).containsEntry("x-key", "abcdef");
            assertThat(headersOf(other, 0)).doesNotContainKeys("authorization", "x-key");
            assertThat(own.calls()).hasSizeLessThanOrEqualTo(2);
            assertThat(own.calls().subList(1, own.calls().size()))
                    .allSatisfy(call -> assertThat(call.headers()).doesNotContainKeys("authorization", "x-key"));
        }
    }

    @Test
    void aLoginForHttpsIsNotSentOverPlainHttp() {
        try (RawServer server = RawServer.start(call -> call.page(""))) {
            bench.hosts = List.of(host("https://127.0.0.1:" + server.port(), LOGIN, Map.of("X-Key", "abcdef")));

            bench.head(server.origin() + "/");

            assertThat(headersOf(server, 0)).doesNotContainKeys("authorization", "x-key");
        }
    }

    @Test
    void whatIsForTheHostComesBeforeWhatIsForTheSiteAndTheFirstItemFirst() {
        try (RawServer server = RawServer.start(call -> call.page(""))) {
            bench.siteOrigin = server.origin();
            bench.headers = Map.of("X-Key", "of the site", "X-More", "of the site");
            bench.hosts = List.of(
                    host(server.origin(), null, Map.of("X-Key", "first")),
                    new HostSettings(HostPattern.of("name", "127.*"), "ours/2", null, Map.of(), false),
                    host(server.origin(), null, Map.of("X-Key", "second")));

            bench.head(server.origin() + "/");

            assertThat(headersOf(server, 0))
                    .containsEntry("x-key", "first")
                    .containsEntry("x-more", "of the site")
                    .containsEntry("user-agent", "ours/2");
        }
    }

    @Test
    void anInsecureHostIsTrustedWithAnyCertificateAndNoOtherIs() {
        bench.trusted = Certificates.shared().trusted();
        bench.lookup = name -> InetAddress.getAllByName("127.0.0.1");
        for (String alias : List.of("self", "expired", "other")) {
            try (RawServer server =
                    RawServer.start("127.0.0.1", Certificates.shared().server(alias), call -> call.page("secure"))) {
                Bench own = new Bench();
                own.trusted = bench.trusted;
                own.lookup = bench.lookup;
                own.hosts = List.of(new HostSettings(
                        HostPattern.of("name", "https://good.test:" + server.port()), null, null, Map.of(), true));
                try (own) {
                    assertThat(own.page("https://good.test:" + server.port() + "/")
                                    .status())
                            .isEqualTo(200);
                    assertThat(own.failure("https://bad.test:" + server.port() + "/")
                                    .cause())
                            .isEqualTo(UNTRUSTED);
                }
                assertThat(bench.failure("https://good.test:" + server.port() + "/")
                                .cause())
                        .isEqualTo(UNTRUSTED);
            }
        }
    }

    @Test
    void secretsAreTakenOutOfReasons() {
        try (RawServer server = RawServer.start(call -> call.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: "
                + call.headers().get("authorization") + " s3cret:pw key-of-mine\r\n\r\n"))) {
            bench.hosts = List.of(host(server.origin(), LOGIN, Map.of("X-Key", "Bearer key-of-mine")));

            Response.None none = bench.failure(server.origin() + "/");

            assertThat(none.cause()).isEqualTo(UNREACHABLE);
            assertThat(none.detail())
                    .contains("***")
                    .doesNotContain("s3cret")
                    .doesNotContain("bWU6czNjcmV0OnB3")
                    .doesNotContain("key-of-mine");
        }
    }

    @Test
    void secretsForMoreThanOnePlaceAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> host("a.org", LOGIN, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> host("a.org", null, Map.of("X", "y")));
    }

    @Test
    void nothingSecretIsInTheWordsOfTheSettings() {
        bench.hosts = List.of(host("https://a.org", LOGIN, Map.of("X-Key", "key-of-mine")));
        bench.headers = Map.of("X-Key", "key-of-mine");
        bench.siteOrigin = "https://a.org";

        assertThat(bench.settings().toString())
                .doesNotContain("s3cret")
                .doesNotContain("key-of-mine")
                .contains("as me", "X-Key");
    }

    @Test
    void anAnswerIsPersonalIfSecretsAreSentOrTheServerIsNotVerified() {
        bench.hosts = List.of(host("https://a.org", LOGIN, Map.of()));
        bench.headers = Map.of("X-Key", "k");
        bench.siteOrigin = "https://site.org";

        assertThat(personal("https://a.org/x")).isTrue();
        assertThat(personal("http://a.org/x")).isFalse();
        assertThat(personal("https://site.org/x")).isTrue();
        assertThat(personal("https://me@b.org/x")).isTrue();
        assertThat(personal("https://b.org/x")).isFalse();
    }

    private boolean personal(String url) {
        return bench.settings()
                .isPersonal(Bench.request(url, RequestMode.STATUS).url());
    }
}
