// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import io.github.checklinks.url.PrivateAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which addresses of a host may be asked: public ones, and the private ones that were allowed by name or by address.
 * It judges the resolved address, never the name, since any name may point anywhere.
 */
public final class AddressPolicy {

    /** The one cloud's metadata service whose address looks public. */
    private static final String METADATA_OUTSIDE = "168.63.129.16";

    private final Predicate<String> allowed;

    /**
     * A policy.
     *
     * @param allowed tells host names and addresses that may be private
     */
    public AddressPolicy(Predicate<String> allowed) {
        this.allowed = allowed;
    }

    /** Those addresses of the host that may be asked, in their order; empty when none may. */
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

    /** Whether an address leads to this machine, to somebody's own network, to many machines, or to a cloud's metadata service. */
    public static boolean isPrivate(InetAddress address) {
        return PrivateAddresses.isPrivate(address)
                || address.isMulticastAddress()
                || HostLiterals.text(address).equals(METADATA_OUTSIDE);
    }
}
