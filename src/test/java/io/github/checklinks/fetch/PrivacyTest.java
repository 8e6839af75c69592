// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static io.github.checklinks.model.FailureCause.FORBIDDEN_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.fetch.connection.HostResolver;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are connected to, and how names are resolved. */
class PrivacyTest {

    private static final Response FORBIDDEN = Bench.none(FORBIDDEN_ADDRESS, "private-address", false);

    @AutoClose
    private final Bench bench = new Bench();

    @AutoClose
    private final RawServer server = RawServer.start(call -> call.page("inside"));

    @BeforeEach
    void allowNothing() {
        bench.allowPrivate = List.of();
    }

    private static HostResolver.Lookup lookup(String... addresses) {
        return host -> {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "0.0.0.0", "[::ffff:127.0.0.1]", "[::1]"})
    void thisMachineIsNotRequestedUnderAnyOfItsNames(String host) {
        assertThat(bench.fetch("http://" + host + ":" + server.port() + "/", RequestMode.STATUS))
                .isEqualTo(FORBIDDEN);
        assertThat(server.accepted()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "http://intra.test, https://intra.test/, true",
        "https://intra.test, http://intra.test/, true",
        "https://intra.test, http://intra.test:8080/, false",
        "http://intra.test:8080, https://intra.test/, false",
        "http://intra.test, https://other.test/, false"
    })
    void theSiteIsAllowedUnderHttpAndHttpsOnTheirOwnPorts(String site, String url, boolean allowed) {
        // No server listens there, so that an allowed request is refused.
        bench.lookup = lookup("127.255.255.254");
        bench.siteOrigin = site;

        assertThat(bench.failure(url).equals(FORBIDDEN)).isEqualTo(!allowed);
    }

    @Test
    void aNameThatResolvesToAPrivateAddressIsNotRequested() {
        bench.lookup = lookup("127.0.0.1");

        assertThat(bench.fetch("http://innocent.test:" + server.port() + "/", RequestMode.STATUS))
                .isEqualTo(FORBIDDEN);
        assertThat(server.accepted()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wiki.test", "*.test", "127.0.0.1"})
    void whatIsAllowedByNameOrAddressIsRequested(String allowed) {
        bench.lookup = lookup("127.0.0.1");
        bench.allowPrivate = List.of(allowed);

        assertThat(bench.head("http://wiki.test:" + server.port() + "/").status())
                .isEqualTo(200);
        assertThat(server.calls().get(0).headers()).containsEntry("host", "wiki.test:" + server.port());
    }

    @Test
    void theSitesOwnOriginIsRequestedWhereverItIsButNotItsNeighbours() {
        try (RawServer neighbour = RawServer.start(call -> call.page("neighbour"))) {
            bench.siteOrigin = server.origin();

            assertThat(bench.head(server.origin() + "/").status()).isEqualTo(200);
            assertThat(bench.fetch(neighbour.origin() + "/", RequestMode.STATUS))
                    .isEqualTo(FORBIDDEN);
            assertThat(neighbour.accepted()).isZero();
        }
    }

    @Test
    void ofSeveralAddressesOnlyPermittedOnesAreUsed() {
        bench.lookup = lookup("127.0.0.2", "127.0.0.1");
        bench.allowPrivate = List.of("127.0.0.1");

        for (int i = 0; i < 5; i++) {
            assertThat(bench.head("http://mixed.test:" + server.port() + "/").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theNextAddressIsTriedWhenOneRefuses() {
        bench.lookup = lookup("127.0.0.3", "127.0.0.1");
        bench.allowPrivate = List.of("*");

        assertThat(bench.head("http://two.test:" + server.port() + "/").status())
                .isEqualTo(200);
    }

    @Test
    void aNameIsResolvedOnceOnAThreadForNamesAndStaysWhereItWas() {
        AtomicInteger lookups = new AtomicInteger();
        List<String> threads = Collections.synchronizedList(new ArrayList<>());
        bench.allowPrivate = List.of("127.0.0.1");
        bench.lookup = host -> {
            threads.add(Thread.currentThread().getName());
            boolean first = lookups.incrementAndGet() == 1;
            return lookup(first ? "127.0.0.1" : "10.0.0.1").addresses(host);
        };
        String url = "http://rebound.test:" + server.port() + "/";

        List<CompletableFuture<Response>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(bench.send(url + i, RequestMode.STATUS));
        }

        assertThat(all)
                .allSatisfy(future ->
                        assertThat(Bench.answer(Bench.join(future)).status()).isEqualTo(200));
        assertThat(lookups).hasValue(1);
        assertThat(threads).containsExactly("check-links-names");
    }

    @Test
    void anUnknownNameIsLookedUpAgainOnlyOnceForgotten() {
        AtomicInteger lookups = new AtomicInteger();
        bench.lookup = host -> {
            lookups.incrementAndGet();
            return new InetAddress[0];
        };

        bench.failure("http://unknown.test/");
        bench.failure("http://unknown.test/");
        assertThat(lookups).hasValue(1);
        bench.fetcher().forgetUnknownHosts();
        bench.failure("http://unknown.test/");
        assertThat(lookups).hasValue(2);
    }
}
