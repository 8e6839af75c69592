// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.net.InetAddress;

/**
 * Recognises addresses that are not globally reachable: loopback, private, link-local (with the metadata services of
 * clouds), shared, unique local and unspecified ones, also inside IPv6 (IANA special-purpose address registries, RFC
 * 6890).
 */
public final class PrivateAddresses {

    private PrivateAddresses() {}

    /**
     * Returns whether a host, as {@link WebUrl#host} returns it, is {@code localhost}, a name below it, or a literal of
     * such an address.
     */
    public static boolean isPrivateHost(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return isPrivate(Ipv6.parse(host.substring(1, host.length() - 1)));
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        if (!Ipv4.endsInNumber(host)) {
            return false;
        }
        long address = Ipv4.value(host);
        return address >= 0 && isPrivate((int) address);
    }

    /** Returns whether a resolved address is such an address. */
    public static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return isPrivate((pair(bytes, 0) << 16) | pair(bytes, 2));
        }
        int[] pieces = new int[8];
        for (int i = 0; i < 8; i++) {
            pieces[i] = pair(bytes, 2 * i);
        }
        return isPrivate(pieces);
    }

    private static int pair(byte[] bytes, int index) {
        return ((bytes[index] & 255) << 8) | (bytes[index + 1] & 255);
    }

    private static boolean isPrivate(int address) {
        return isIn(address, 0, 8) // 0.0.0.0/8, this host
                || isIn(address, 10 << 24, 8)
                || isIn(address, (100 << 24) | (64 << 16), 10) // shared by carriers
                || isIn(address, 127 << 24, 8)
                || isIn(address, (169 << 24) | (254 << 16), 16)
                || isIn(address, (172 << 24) | (16 << 16), 12)
                || isIn(address, 192 << 24, 24) // 192.0.0.0/24, protocol assignments
                || isIn(address, (192 << 24) | (168 << 16), 16)
                || isIn(address, (198 << 24) | (18 << 16), 15) // benchmarks inside a network
                || address == -1;
    }

    private static boolean isIn(int address, int network, int bits) {
        return (address ^ network) >>> (32 - bits) == 0;
    }

    /** Returns whether an address of eight pieces is private; false for an empty array. */
    private static boolean isPrivate(int[] pieces) {
        if (pieces.length == 0) {
            return false;
        }
        int first = pieces[0];
        if ((first & 0xFE00) == 0xFC00 || (first & 0xFF80) == 0xFE80) {
            // Unique local; link-local and the former site-local, fe80::/10 and fec0::/10.
            return true;
        }
        if (first == 0x2002) {
            return isPrivate(address(pieces, 1));
        }
        if (first == 0x64 && pieces[1] == 0xFF9B) {
            // NAT64: the local prefix 64:ff9b:1::/48, or the common one around a private address.
            return pieces[2] == 1 || isPrivate(address(pieces, 6));
        }
        for (int i = 0; i < 5; i++) {
            if (pieces[i] != 0) {
                return false;
            }
        }
        // ::, ::1 and ::a.b.c.d count as 0.0.0.0/8 does; ::ffff:a.b.c.d is a.b.c.d.
        return (pieces[5] == 0 || pieces[5] == 0xFFFF) && isPrivate(address(pieces, 6));
    }

    private static int address(int[] pieces, int index) {
        return (pieces[index] << 16) | pieces[index + 1];
    }
}
