// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts hosts between their notation in URLs and the one that Java uses. */
public final class HostLiterals {

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    private HostLiterals() {}

    /** Returns {@code ::1} for {@code [::1]}, and any other host unchanged. */
    public static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Returns the textual form of an address, without the host name and the zone that Java may add. */
    static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** Returns the address if a URL's host is an IP address literal, null if it is a name. Never queries a name server. */
    public static @Nullable InetAddress literal(String host) {
        // Java would resolve anything else as a name.
        if (!host.startsWith("[") && !IPV4.matcher(host).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Returns whether a URL's host is {@code localhost}, a subdomain of it, or a loopback address. */
    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        InetAddress literal = literal(name);
        return literal != null && literal.isLoopbackAddress();
    }
}
