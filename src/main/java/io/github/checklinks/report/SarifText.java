// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Formats texts, URIs and fingerprints for SARIF. */
final class SarifText {

    private static final String URI_CHARACTERS = "-._~!$&'()*+,;=@/";

    private final Map<String, Integer> seen = new HashMap<>();

    /** Returns a message in which nothing is a placeholder (§3.11.5) or an embedded link (§3.11.6). */
    static String message(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '{', '}' -> out.append(c).append(c);
                case '[', ']', '\\' -> out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Truncates a text longer than {@code most} UTF-16 units, adding an ellipsis. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    /** Returns the name of a page as a URI reference (RFC 3986 §4.1); a path is given decoded, an absolute URL encoded. */
    static String uri(String page) {
        boolean absolute = page.startsWith("https://") || page.startsWith("http://");
        String allowed = absolute ? URI_CHARACTERS + ":?#%" : URI_CHARACTERS;
        StringBuilder out = new StringBuilder(page.length());
        for (byte b : page.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter || allowed.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    /** Returns a fingerprint that is stable when lines move, made of rule, page, text and an ordinal among equal ones. */
    String fingerprint(String rule, String page, String text) {
        String identity = rule + '\n' + page + '\n' + text;
        int number = seen.merge(identity, 1, Integer::sum);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((identity + '\n' + number).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
