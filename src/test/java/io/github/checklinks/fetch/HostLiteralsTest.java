// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostLiteralsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "255.255.255.255", "8.8.8.8", "[::1]", "[2001:db8::1]"})
    void anAddressInAUrlIsALiteral(String host) {
        assertThat(HostLiterals.literal(host)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "1.2.3.4.example", "1.2.3", "999.1.1.1", "foo.1", "", "cafe", "[nonsense]"})
    void whatIsNoAddressIsNotLookedUpEither(String host) {
        assertThat(HostLiterals.literal(host)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "app.localhost", "127.0.0.1", "127.1.2.3", "[::1]"})
    void thisMachineIsLoopback(String host) {
        assertThat(HostLiterals.isLoopback(host)).isTrue();
    }

    @Test
    void anotherMachineIsNotLoopback() {
        assertThat(HostLiterals.isLoopback("10.0.0.1")).isFalse();
        assertThat(HostLiterals.isLoopback("mylocalhost")).isFalse();
    }

    @Test
    void bracketsAreTakenOffIpv6Only() {
        assertThat(HostLiterals.withoutBrackets("[::1]")).isEqualTo("::1");
        assertThat(HostLiterals.withoutBrackets("example.com")).isEqualTo("example.com");
    }
}
