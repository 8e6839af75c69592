// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import io.github.checklinks.text.QuotedInput;
import io.github.checklinks.url.idna.Idna;
import org.jspecify.annotations.Nullable;

/**
 * Parses the host of one URL: a domain, an IPv4 or IPv6 address, or an opaque host (WHATWG URL §3.5, "host parser").
 */
final class HostParser {

    /** Forbidden host code points. */
    private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

    private String problem = "";

    /** Returns why the last call returned null, in words for the user. */
    String problem() {
        return problem;
    }

    /** Returns the serialised host, IPv6 in brackets; null if it is malformed. */
    @Nullable
    String parse(String text, boolean special) {
        if (text.startsWith("[")) {
            return ipv6(text);
        }
        return special ? domain(text) : opaque(text);
    }

    private @Nullable String ipv6(String text) {
        if (!text.endsWith("]")) {
            return fail("the host " + QuotedInput.of(text) + " lacks its closing bracket");
        }
        int[] pieces = Ipv6.parse(text.substring(1, text.length() - 1));
        return pieces.length == 0
                ? fail(QuotedInput.of(text) + " is not a valid IPv6 address")
                : "[" + Ipv6.text(pieces) + "]";
    }

    private @Nullable String opaque(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (FORBIDDEN.indexOf(text.charAt(i)) >= 0) {
                return forbidden(text, text.charAt(i));
            }
        }
        StringBuilder out = new StringBuilder(text.length());
        PercentCoding.encode(out, EncodeSet.CONTROLS, text, 0, text.length());
        return out.toString();
    }

    private @Nullable String domain(String text) {
        Idna idna = new Idna();
        String domain = idna.toAscii(PercentCoding.decode(text));
        if (domain == null) {
            return fail("the host " + QuotedInput.of(text) + " " + idna.problem());
        }
        if (domain.isEmpty()) {
            return fail("the host " + QuotedInput.of(text) + " has no visible character");
        }
        for (int i = 0; i < domain.length(); i++) {
            char c = domain.charAt(i);
            if (c < 0x20 || c == 0x7F || c == '%' || FORBIDDEN.indexOf(c) >= 0) {
                return forbidden(text, c);
            }
        }
        if (!Ipv4.endsInNumber(domain)) {
            return domain;
        }
        long address = Ipv4.value(domain);
        return address < 0
                ? fail("the host " + QuotedInput.of(text) + " ends in a number but is no IPv4 address")
                : Ipv4.text(address);
    }

    private @Nullable String forbidden(String text, char c) {
        String what = c == ' '
                ? "a space"
                : c < 0x20 || c == 0x7F
                        ? "a control character"
                        : "the character " + QuotedInput.of(Character.toString(c));
        return fail("the host " + QuotedInput.of(text) + " contains " + what + ", which is not allowed in a host");
    }

    private @Nullable String fail(String reason) {
        problem = reason;
        return null;
    }
}
