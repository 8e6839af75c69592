// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How hosts are written in URLs and how the platform wants them. */
public final class HostLiterals {

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern FOUR = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    private HostLiterals() {}

    /** {@code [::1]} as {@code ::1}; any other host as it is. */
    public static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** An address as people write it, without the name and the zone the platform may add. */
    static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** The address a URL's host is; null when it is a name. Asks no name server. */
    public static @Nullable InetAddress literal(String host) {
        // Anything else the platform would take for a name, and ask for it.
        if (!host.startsWith("[") && !FOUR.matcher(host).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Whether a URL's host is this machine, by its name or its address. */
    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        InetAddress literal = literal(name);
        return literal != null && literal.isLoopbackAddress();
    }
}
