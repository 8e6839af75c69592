// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for hosts: {@code [scheme://]host[:port]}, with {@code *} for any characters in the host. Without a scheme
 * it means http and https, without a port all ports; with a scheme its default port. Immutable; equal if the meaning
 * is.
 *
 * @param scheme http or https; null for both
 * @param host as serialised, perhaps with stars
 * @param port -1 for all
 */
public record HostPattern(@Nullable String scheme, String host, int port) {

    private static final Pattern FORM = Pattern.compile("(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?"
            + "(?<host>\\[[0-9A-Fa-f:.]+\\]|[^\\s:/?#@\\[\\]\\\\]+)(?::(?<port>[0-9]{1,5}))?/?");
    private static final Pattern STARS = Pattern.compile("[a-z0-9*._-]+");
    private static final String EXAMPLE = "<name>https://docs.example.org</name>";

    /**
     * Parses a pattern.
     *
     * @param element the configuration element it comes from, for the message
     * @throws IllegalArgumentException if it names no host
     */
    public static HostPattern of(String element, String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw wrong(element, text, "[scheme://]host[:port], without a path");
        }
        String scheme =
                form.group("scheme") == null ? null : form.group("scheme").toLowerCase(Locale.ROOT);
        if (scheme != null && !scheme.equals("http") && !scheme.equals("https")) {
            throw wrong(element, text, "a host of http or https");
        }
        String port = form.group("port");
        int number = port != null ? Integer.parseInt(port) : scheme == null ? -1 : ownPort(scheme);
        if (number == 0 || number > 65_535) {
            throw wrong(element, text, "a port from 1 to 65535");
        }
        return new HostPattern(scheme, host(element, text, form.group("host")), number);
    }

    private static String host(String element, String text, String written) {
        if (written.indexOf('*') >= 0) {
            String lower = written.toLowerCase(Locale.ROOT);
            if (!STARS.matcher(lower).matches()) {
                throw wrong(element, text, "ASCII letters, digits, dots, hyphens and stars in a host with a star");
            }
            return lower;
        }
        if (WebUrl.parse("https://" + written + "/") instanceof WebUrl url && url.host() != null) {
            return String.valueOf(url.host());
        }
        throw wrong(element, text, "the name or address of a host");
    }

    private static IllegalArgumentException wrong(String element, String text, String allowed) {
        String shown = text.indexOf('@') < 0 ? text : "***" + text.substring(text.lastIndexOf('@'));
        return new IllegalArgumentException(
                element + " is \"" + shown + "\", but allowed is " + allowed + ". Example: " + EXAMPLE);
    }

    private static int ownPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** Returns whether it names exactly one host. */
    public boolean isOneHost() {
        return host.indexOf('*') < 0;
    }

    /**
     * Returns the same pattern, with https and its default port where no scheme or port was written: the hosts that
     * credentials may be sent to.
     */
    public HostPattern exact() {
        String meant = scheme == null ? "https" : scheme;
        return new HostPattern(meant, host, port < 0 ? ownPort(meant) : port);
    }

    /** Returns whether the host of an http or https URL matches. */
    public boolean matches(WebUrl url) {
        return (scheme == null || scheme.equals(url.scheme())) && matches(String.valueOf(url.host()), url.port());
    }

    /**
     * Returns whether a host and port match, whatever the scheme.
     *
     * @param name as serialised in a URL
     */
    public boolean matches(String name, int itsPort) {
        if (port >= 0 && port != itsPort) {
            return false;
        }
        return isOneHost() ? host.equals(name) : Glob.of(host).matches(name);
    }

    /** Returns the pattern as it could be written: {@code https://docs.example.org}, {@code *.example.org:8443}. */
    @Override
    public String toString() {
        String prefix = scheme == null ? "" : scheme + "://";
        boolean plain = port < 0 || scheme != null && port == ownPort(scheme);
        return prefix + host + (plain ? "" : ":" + port);
    }
}
