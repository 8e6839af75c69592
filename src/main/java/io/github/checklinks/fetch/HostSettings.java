// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import io.github.checklinks.url.HostPattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to some hosts only. Secrets and trust are for exactly one host, scheme and port.
 *
 * @param name the hosts
 * @param userAgent the {@code User-Agent} header; null for the usual one
 * @param login for {@code Authorization: Basic}; null for none
 * @param headers empty for none
 * @param insecure whether their certificates are not verified
 */
public record HostSettings(
        HostPattern name,
        @Nullable String userAgent,
        @Nullable Login login,
        Map<String, String> headers,
        boolean insecure) {

    /**
     * Checks that nothing secret goes to more than one place.
     *
     * @throws IllegalArgumentException when a login, headers or trust are for an imprecise host
     */
    public HostSettings {
        headers = Map.copyOf(headers);
        if ((login != null || !headers.isEmpty() || insecure) && !name.equals(name.exact())) {
            throw new IllegalArgumentException(name + " is not exactly one host, scheme and port");
        }
    }

    /** Without the values that may be secrets. */
    @Override
    public String toString() {
        return name + " " + headers.keySet() + (login == null ? "" : " " + login) + (insecure ? " insecure" : "");
    }

    /**
     * A name and a password.
     *
     * @param user without a colon (RFC 7617 §2)
     * @param password perhaps empty
     */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "as " + user;
        }
    }
}
