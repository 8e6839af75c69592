// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whether the name service resolves names that are known to exist. */
class PublicNamesTest {

    @AutoClose
    private final Bench bench = new Bench();

    private final List<String> lookedUp = new CopyOnWriteArrayList<>();

    private void answering(String name, String address) {
        bench.lookup = host -> {
            lookedUp.add(host);
            if (!host.equals(name)) {
                throw new UnknownHostException(host + ": Name or service not known");
            }
            return InetAddress.getAllByName(address);
        };
    }

    @Test
    void oneNameIsEnough() {
        answering("www.iana.org", "192.0.33.8");

        assertThat(bench.fetcher().resolvesPublicNames().join()).isTrue();
        assertThat(bench.fetcher().connectionsInUse()).isZero();
    }

    @Test
    void severalUnrelatedNamesAreLookedUp() {
        answering("", "192.0.33.8");

        assertThat(bench.fetcher().resolvesPublicNames().join()).isFalse();
        assertThat(lookedUp).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    }

    @Test
    void aPrivateAddressComesFromAnInterceptingNetwork() {
        answering("www.iana.org", "10.0.0.1");

        assertThat(bench.fetcher().resolvesPublicNames().join()).isFalse();
    }
}
