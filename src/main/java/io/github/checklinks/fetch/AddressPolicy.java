package io.github.checklinks.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which addresses of a host may be asked: public ones, and the private ones that were allowed by name or by address.
 * It judges the resolved address, never the name, since any name may point anywhere.
 */
final class AddressPolicy {

    private final Predicate<String> allowed;

    /**
     * A policy.
     *
     * @param allowed tells host names and addresses that may be private
     */
    AddressPolicy(Predicate<String> allowed) {
        this.allowed = allowed;
    }

    /** Those addresses of the host that may be asked, in their order; empty when none may. */
    List<InetAddress> permitted(String host, List<InetAddress> addresses) {
        if (addresses.stream().noneMatch(AddressPolicy::isPrivate)
                || allowed.test(host)
                || allowed.test(Hosts.withoutBrackets(host))) {
            return addresses;
        }
        return addresses.stream()
                .filter(address -> !isPrivate(address) || allowed.test(Hosts.text(address)))
                .toList();
    }

    /**
     * Whether an address leads to this machine, to somebody's own network, or to nobody: RFC 6890 and its registries
     * (loopback, private, shared, link-local, unique-local, unspecified, multicast, reserved), the metadata services of
     * clouds that live outside those, and whatever IPv6 form carries such an IPv4 address.
     */
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        return address instanceof Inet6Address ? isPrivateV6(bytes) : isPrivateV4(bytes, 0);
    }

    private static boolean isPrivateV4(byte[] bytes, int at) {
        int a = bytes[at] & 0xff;
        int b = bytes[at + 1] & 0xff;
        int c = bytes[at + 2] & 0xff;
        int d = bytes[at + 3] & 0xff;
        return switch (a) {
            case 0, 10, 127 -> true;
            case 100 -> b >= 64 && b < 128; // RFC 6598, and the metadata service of one cloud
            case 168 -> b == 63 && c == 129 && d == 16; // the metadata service of another
            case 169 -> b == 254;
            case 172 -> b >= 16 && b < 32;
            case 192 -> b == 168 || (b == 0 && c == 0);
            default -> a >= 224;
        };
    }

    private static boolean isPrivateV6(byte[] bytes) {
        if ((bytes[0] & 0xfe) == 0xfc) {
            return true;
        }
        if (startsWith(bytes, 0x20, 0x02)) { // 6to4, RFC 3056
            return isPrivateV4(bytes, 2);
        }
        if (startsWith(bytes, 0, 0x64, 0xff, 0x9b)) { // NAT64, RFC 6052 and RFC 8215
            return startsWith(bytes, 0, 0x64, 0xff, 0x9b, 0, 1) || isPrivateV4(bytes, 12);
        }
        boolean embedded = startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                && (bytes[10] == bytes[11])
                && (bytes[10] == 0 || bytes[10] == (byte) 0xff);
        return embedded && isPrivateV4(bytes, 12);
    }

    private static boolean startsWith(byte[] bytes, int... head) {
        byte[] expected = new byte[head.length];
        for (int i = 0; i < head.length; i++) {
            expected[i] = (byte) head[i];
        }
        return Arrays.equals(bytes, 0, head.length, expected, 0, head.length);
    }
}
