// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

/** Recognises host names that documents use as examples and that cannot be registered (RFC 2606, RFC 6761). */
public final class ReservedNames {

    private ReservedNames() {}

    /**
     * Returns whether a host, as {@link WebUrl#host} returns it, is reserved: {@code example.com}, {@code .net} and
     * {@code .org} and all below them, and all in {@code .example}, {@code .test} and {@code .invalid}. {@code
     * localhost} is not: it is a local address ({@link PrivateAddresses}).
     */
    public static boolean isReserved(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        int dot = name.lastIndexOf('.');
        return switch (name.substring(dot + 1)) {
            case "example", "test", "invalid" -> true;
            case "com", "net", "org" ->
                dot > 0
                        && name.substring(name.lastIndexOf('.', dot - 1) + 1, dot)
                                .equals("example");
            default -> false;
        };
    }
}
