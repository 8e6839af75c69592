// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import io.github.checklinks.url.HostPattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request settings of single hosts. Credentials, headers and {@code insecure} require exactly one host, scheme and port.
 *
 * @param name the hosts
 * @param userAgent the {@code User-Agent} header; null for the default
 * @param login for {@code Authorization: Basic}; null for none
 * @param headers additional headers; empty for none
 * @param insecure whether to skip the verification of certificates
 */
public record HostSettings(
        HostPattern name,
        @Nullable String userAgent,
        @Nullable Login login,
        Map<String, String> headers,
        boolean insecure) {

    /**
     * Checks that no secret can be sent to more than one origin.
     *
     * @throws IllegalArgumentException if there is a login, a header or {@code insecure} and the host is a pattern
     */
    public HostSettings {
        headers = Map.copyOf(headers);
        if ((login != null || !headers.isEmpty() || insecure) && !name.equals(name.exact())) {
            throw new IllegalArgumentException(name + " is not exactly one host, scheme and port");
        }
    }

    /** Omits the values that may be secret. */
    @Override
    public String toString() {
        return name + " " + headers.keySet() + (login == null ? "" : " " + login) + (insecure ? " insecure" : "");
    }

    /**
     * A user name and password.
     *
     * @param user without a colon (RFC 7617 §2)
     * @param password may be empty
     */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "as " + user;
        }
    }
}
