// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static io.github.checklinks.model.FailureCause.FORBIDDEN_ADDRESS;
import static io.github.checklinks.model.FailureCause.UNREACHABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that go through a proxy. */
@Slow
class ProxyTest {

    @AutoClose
    private final Bench bench = new Bench();

    private final List<String> lookups = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void resolveProxiesOnly() {
        bench.trusted = Certificates.shared().trusted();
        bench.lookup = host -> {
            lookups.add(host);
            if (host.equals("proxy.test")) {
                return InetAddress.getAllByName("127.0.0.1");
            }
            throw new UnknownHostException(host);
        };
    }

    private void use(RawServer proxy, @Nullable String user, @Nullable String direct) {
        bench.proxies = List.of(
                new HttpSettings.Proxy(
                        "http", "proxy.test", proxy.port(), user, user == null ? null : "pässword", direct),
                new HttpSettings.Proxy(
                        "https", "proxy.test", proxy.port(), user, user == null ? null : "pässword", direct));
    }

    @Test
    void aPlainTargetIsRequestedByItsWholeUrlAndNotResolved() {
        try (RawServer proxy = RawServer.start(call -> call.page("by proxy"))) {
            use(proxy, null, null);

            assertThat(bench.page("http://outside.test/a|b?c#d").body())
                    .asString(UTF_8)
                    .isEqualTo("by proxy");
            assertThat(proxy.calls()).singleElement().satisfies(call -> {
                assertThat(call.line()).isEqualTo("GET http://outside.test/a|b?c HTTP/1.1");
                assertThat(call.headers()).containsEntry("host", "outside.test");
            });
            assertThat(lookups).containsExactly("proxy.test");
        }
    }

    @Test
    void theProxyGetsItsCredentialsWithTheFirstRequest() {
        try (RawServer proxy = RawServer.start(call -> call.page("by proxy"))) {
            use(proxy, "user", null);

            bench.page("http://outside.test/1");
            bench.page("http://elsewhere.test/2");

            assertThat(proxy.calls())
                    .hasSize(2)
                    .allSatisfy(call -> assertThat(call.headers())
                            .containsEntry("proxy-authorization", "Basic dXNlcjpww6Rzc3dvcmQ=")
                            .doesNotContainKey("authorization"));
        }
    }

    @Test
    void aTunnelIsMadeForTlsAndTheTargetSeesNothingOfTheProxysCredentials() {
        try (RawServer target = RawServer.start(
                        "127.0.0.1", Certificates.shared().server("good"), call -> call.page("secure"));
                RawServer proxy = RawServer.start(new TunnelProxy(target))) {
            use(proxy, "user", null);

            assertThat(bench.page("https://good.test/x").body()).asString(UTF_8).isEqualTo("secure");
            assertThat(bench.page("https://good.test/y").status()).isEqualTo(200);

            assertThat(proxy.calls()).singleElement().satisfies(call -> {
                assertThat(call.line()).isEqualTo("CONNECT good.test:443 HTTP/1.1");
                assertThat(call.headers()).containsKey("proxy-authorization");
            });
            assertThat(target.calls())
                    .hasSize(2)
                    .allSatisfy(call ->
                            assertThat(call.headers()).doesNotContainKeys("proxy-authorization", "authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aProxyThatWantsCredentialsRefusesUs(String scheme) {
        try (RawServer proxy = RawServer.start(call -> call.answer(
                "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Type: text/html",
                "<p>who are you?".getBytes(UTF_8)))) {
            use(proxy, null, null);
            Response refused =
                    Bench.none(UNREACHABLE, "the proxy proxy.test:" + proxy.port() + " refuses us (407)", false);

            assertThat(bench.failure(scheme + "://outside.test/")).isEqualTo(refused);
            assertThat(bench.fetch(scheme + "://outside.test/", RequestMode.STATUS))
                    .isEqualTo(refused);
            assertThat(bench.fetcher().connectionsInUse()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void wrongCredentialsEndAsARefusal(String scheme) {
        try (RawServer proxy = RawServer.start(call -> call.answer(
                "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"", new byte[0]))) {
            use(proxy, "user", null);

            assertThat(bench.failure(scheme + "://outside.test/").detail()).endsWith("refuses us (407)");
            assertThat(bench.fetcher().connectionsInUse()).isZero();
        }
    }

    @Test
    void aRefusedTunnelIsNotTheTargetsStatus() {
        try (RawServer proxy = RawServer.start(call -> call.answer("403 Forbidden", "no".getBytes(UTF_8)))) {
            use(proxy, null, null);

            assertThat(bench.failure("https://outside.test/"))
                    .isEqualTo(Bench.none(
                            UNREACHABLE, "the proxy proxy.test:" + proxy.port() + " refuses us (403)", false));
        }
    }

    @Test
    void aProxyThatRequiresCredentialsIsNotUsedAgain() {
        try (RawServer proxy = RawServer.start(call -> call.answer("407 Proxy Authentication Required", new byte[0]))) {
            use(proxy, null, null);

            bench.failure("http://outside.test/");
            int calls = proxy.calls().size();
            assertThat(bench.failure("https://elsewhere.test/").detail()).endsWith("refuses us (407)");

            assertThat(proxy.calls()).hasSize(calls);
            assertThat(bench.fetcher().proxyRefusal())
                    .hasValueSatisfying(refusal -> assertThat(refusal)
                            .hasMessageStartingWith("the proxy proxy.test:" + proxy.port()
                                    + " refuses us (407) for every requested host (1)")
                            .hasMessageContaining("username and a password"));
        }
    }

    @Test
    void aProxyThatRefusesEveryTunnelRefusesUs() {
        try (RawServer proxy = RawServer.start(call -> call.answer("403 Forbidden", new byte[0]))) {
            use(proxy, null, null);

            bench.failure("https://one.test/");
            assertThat(bench.fetcher().proxyRefusal()).isEmpty(); // perhaps it is that host
            bench.failure("https://two.test/");

            assertThat(bench.fetcher().proxyRefusal())
                    .hasValueSatisfying(refusal ->
                            assertThat(refusal).hasMessageContaining("refuses us (403) for every requested host (2)"));
        }
    }

    @Test
    void aProxyThatLetsSomethingThroughDoesNotRefuseUs() {
        try (RawServer proxy = RawServer.start(call -> {
            if (call.line().startsWith("CONNECT")) {
                call.answer("403 Forbidden", new byte[0]);
            } else {
                call.page("by proxy");
            }
        })) {
            use(proxy, null, null);

            bench.failure("https://one.test/");
            bench.failure("https://two.test/");
            bench.page("http://three.test/");

            assertThat(bench.fetcher().proxyRefusal()).isEmpty();
        }
    }

    @Test
    void aProxyThatCannotReachTheTargetMayLater() {
        try (RawServer proxy = RawServer.start(call -> call.answer("502 Bad Gateway", new byte[0]))) {
            use(proxy, null, null);

            assertThat(bench.failure("https://outside.test/"))
                    .isEqualTo(Bench.none(
                            UNREACHABLE, "the proxy proxy.test:" + proxy.port() + " cannot reach it (502)", true));
        }
    }

    @Test
    void aTargetsOwnStatusBehindATunnelIsTheTargets() {
        try (RawServer target = RawServer.start(
                        "127.0.0.1",
                        Certificates.shared().server("good"),
                        call -> call.answer("407 Odd", new byte[0]));
                RawServer proxy = RawServer.start(new TunnelProxy(target))) {
            use(proxy, null, null);

            assertThat(bench.page("https://good.test/").status()).isEqualTo(407);
        }
    }

    @Test
    void a407WithoutAProxyIsTheTargets() {
        try (RawServer server = RawServer.start(call -> call.answer("407 Odd", new byte[0]))) {
            assertThat(bench.page(server.origin() + "/").status()).isEqualTo(407);
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() {
        RawServer gone = RawServer.start(call -> call.page(""));
        gone.close();
        use(gone, null, null);

        assertThat(bench.failure("http://outside.test/"))
                .isEqualTo(Bench.none(
                        UNREACHABLE, "the proxy proxy.test:" + gone.port() + ": the connection was refused", true));
    }

    @Test
    void aProxyWithoutAddressIsNamed() {
        bench.proxies = List.of(new HttpSettings.Proxy("http", "nowhere.test", 3128, null, null, null));

        assertThat(bench.failure("http://outside.test/"))
                .isEqualTo(Bench.none(UNREACHABLE, "the proxy nowhere.test:3128 is no known host", false));
    }

    @Test
    void excludedHostsAndThisMachineAreRequestedDirectly() {
        try (RawServer server = RawServer.start(call -> call.page("direct"));
                RawServer proxy = RawServer.start(call -> call.page("by proxy"))) {
            use(proxy, "user", "proxy.*|10.*");

            assertThat(bench.page("http://proxy.test:" + server.port() + "/").body())
                    .asString(UTF_8)
                    .isEqualTo("direct");
            assertThat(bench.page(server.origin() + "/").body()).asString(UTF_8).isEqualTo("direct");
            assertThat(proxy.accepted()).isZero();
            assertThat(server.calls())
                    .allSatisfy(call -> assertThat(call.headers()).doesNotContainKey("proxy-authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "[fd00::1]"})
    void aPrivateAddressIsNotRequestedThroughAProxyEither(String host) {
        try (RawServer proxy = RawServer.start(call -> call.page("by proxy"))) {
            use(proxy, null, null);

            assertThat(bench.failure("http://" + host + "/"))
                    .isEqualTo(Bench.none(FORBIDDEN_ADDRESS, "private-address", false));
            assertThat(proxy.accepted()).isZero();
        }
    }
}
