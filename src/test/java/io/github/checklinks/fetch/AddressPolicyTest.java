// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.9.9.9",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "2002:7f00:1::",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
            })
    void anAddressOfAPrivateNetworkIsPrivate(String address) throws UnknownHostException {
        assertThat(AddressPolicy.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "168.63.129.17",
                "169.253.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.2.1",
                "192.167.1.1",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2002:808:808::",
                "64:ff9b::808:808",
                "::ffff:8.8.8.8",
            })
    void anAddressOfTheWorldIsPublic(String address) throws UnknownHostException {
        assertThat(AddressPolicy.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void aMappedAddressInSixteenBytesIsSeenThrough() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 10;
        mapped[15] = 1;

        assertThat(AddressPolicy.isPrivate(InetAddress.getByAddress(mapped))).isTrue();
    }

    @Test
    void ofMixedAddressesOnlyThePublicOnesAreUsed() throws UnknownHostException {
        List<InetAddress> mixed = addresses("10.0.0.1", "93.184.216.34", "::1");

        assertThat(new AddressPolicy(text -> false).permitted("mixed.test", mixed))
                .containsExactly(InetAddress.getByName("93.184.216.34"));
    }

    @Test
    void anAllowedNameMayBePrivate() throws UnknownHostException {
        List<InetAddress> inside = addresses("10.0.0.1", "10.0.0.2");

        assertThat(new AddressPolicy("wiki.corp"::equals).permitted("wiki.corp", inside))
                .isEqualTo(inside);
        assertThat(new AddressPolicy("wiki.corp"::equals).permitted("other.corp", inside))
                .isEmpty();
    }

    @Test
    void anAllowedAddressMayBeUsedUnderAnyName() throws UnknownHostException {
        List<InetAddress> inside = addresses("10.0.0.1", "10.0.0.2");

        assertThat(new AddressPolicy("10.0.0.2"::equals).permitted("wiki.corp", inside))
                .containsExactly(InetAddress.getByName("10.0.0.2"));
    }

    @Test
    void anAllowedIpv6HostMayBeWrittenWithAndWithoutBrackets() throws UnknownHostException {
        List<InetAddress> self = addresses("::1");

        assertThat(new AddressPolicy("[::1]"::equals).permitted("[::1]", self)).isEqualTo(self);
        assertThat(new AddressPolicy("::1"::equals).permitted("[::1]", self)).isEqualTo(self);
    }

    private static List<InetAddress> addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return List.of(addresses);
    }
}
