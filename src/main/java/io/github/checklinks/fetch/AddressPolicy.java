// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import io.github.checklinks.url.PrivateAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decides which addresses of a host may be connected to: public ones, and private ones that are allowed by host name or by
 * address. The decision is made on the resolved address, not on the name, because any name can resolve to any address.
 */
public final class AddressPolicy {

    /** The address of the Azure metadata service, the only one of a cloud provider that looks public. */
    private static final String PUBLIC_METADATA_ADDRESS = "168.63.129.16";

    private final Predicate<String> allowed;

    /**
     * Creates a policy.
     *
     * @param allowed matches host names and addresses that may be private
     */
    public AddressPolicy(Predicate<String> allowed) {
        this.allowed = allowed;
    }

    /** Returns those addresses of the host that may be connected to, in the given order; empty if there are none. */
    public List<InetAddress> permitted(String host, List<InetAddress> addresses) {
        if (addresses.stream().noneMatch(AddressPolicy::isPrivate)
                || allowed.test(host)
                || allowed.test(HostLiterals.withoutBrackets(host))) {
            return addresses;
        }
        return addresses.stream()
                .filter(address -> !isPrivate(address) || allowed.test(HostLiterals.text(address)))
                .toList();
    }

    /** Returns whether an address is loopback, in a private network, multicast, or the metadata service of a cloud provider. */
    public static boolean isPrivate(InetAddress address) {
        return PrivateAddresses.isPrivate(address)
                || address.isMulticastAddress()
                || HostLiterals.text(address).equals(PUBLIC_METADATA_ADDRESS);
    }
}
