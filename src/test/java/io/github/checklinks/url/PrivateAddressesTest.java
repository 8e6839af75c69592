// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "192.0.0.192",
                "198.18.0.1",
                "198.19.255.255",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[fe80::1]",
                "[febf::1]",
                "[fec0::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[::ffff:10.0.0.1]",
                "[::ffff:169.254.169.254]",
                "[::127.0.0.1]",
                "[64:ff9b::10.0.0.1]",
                "[64:ff9b:1::1]",
                "[2002:7f00:1::]"
            })
    void anAddressThatIsNotGloballyReachableIsPrivate(String literal) throws UnknownHostException {
        assertThat(PrivateAddresses.isPrivateHost(serialised(literal))).isTrue();
        assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "192.0.1.1",
                "198.17.255.255",
                "198.20.0.0",
                "255.255.255.254",
                "[2606:4700::1111]",
                "[::ffff:1.1.1.1]",
                "[64:ff9b::1.1.1.1]",
                "[2002:101:101::]",
                "[fbff::1]",
                "[ff02::1]",
                "[1::]",
                "[0:0:0:0:1::1]"
            })
    void anAddressOfTheInternetIsNotPrivate(String literal) throws UnknownHostException {
        assertThat(PrivateAddresses.isPrivateHost(serialised(literal))).isFalse();
        assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.", "foo.localhost", "a.b.localhost."})
    void aNameBelowLocalhostIsPrivate(String host) {
        assertThat(PrivateAddresses.isPrivateHost(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "example.org",
                "mylocalhost",
                "localhost.org",
                "10.0.0.1.example.org",
                "[",
                "[]",
                "[x]",
                "999.1.1.1"
            })
    void anyOtherNameIsNotPrivate(String host) {
        assertThat(PrivateAddresses.isPrivateHost(host)).isFalse();
    }

    private static String serialised(String literal) {
        return Objects.requireNonNull(((WebUrl) WebUrl.parse("http://" + literal)).host());
    }
}
