// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.body;

import io.github.checklinks.fetch.Response;
import io.github.checklinks.fetch.RetryAfter;
import io.github.checklinks.fetch.Validators;
import io.github.checklinks.url.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the header of an answer that are used, independent of HttpClient.
 *
 * @param status 100 to 999
 * @param location the {@code Location} header; null if there is none
 * @param contentType the {@code Content-Type} headers, joined by commas; null if there is none
 * @param retryAfter the wait the server requests; null if it requests none
 * @param cookies the {@code Set-Cookie} headers
 * @param challenge whether a bot wall answered
 * @param codings the content codings, in the order they were applied
 * @param state the validators of the response
 */
public record ResponseHead(
        int status,
        @Nullable String location,
        @Nullable String contentType,
        @Nullable Duration retryAfter,
        List<String> cookies,
        boolean challenge,
        List<String> codings,
        Validators state) {

    public static ResponseHead of(HttpResponse response, RetryAfter retryAfter) {
        return new ResponseHead(
                response.getCode(),
                ascii(first(response, "Location")),
                contentType(response),
                retryAfter.of(response.getCode(), name -> first(response, name)),
                all(response, "Set-Cookie"),
                isChallenge(response),
                codings(all(response, "Content-Encoding")),
                Validators.of(first(response, "ETag"), first(response, "Last-Modified")));
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isEncoded() {
        for (String coding : codings) {
            if (!ContentDecoder.isIdentity(coding)) {
                return true;
            }
        }
        return false;
    }

    public Response.Answer answer(byte[] body, boolean cut, boolean personal, Runnable release) {
        return new Response.Answer(
                status, location, contentType, retryAfter, cookies, challenge, body, cut, state, personal, release);
    }

    private static @Nullable String first(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static List<String> all(HttpResponse response, String name) {
        List<String> values = new ArrayList<>();
        for (Header header : response.getHeaders(name)) {
            if (header.getValue() != null) {
                values.add(header.getValue());
            }
        }
        return List.copyOf(values);
    }

    /**
     * Returns all values joined by commas. Without a valid type and with {@code nosniff}, browsers treat a response as plain text
     * (MIME Sniffing standard §7).
     */
    private static @Nullable String contentType(HttpResponse response) {
        List<String> values = all(response, "Content-Type");
        String joined = values.isEmpty() ? null : String.join(", ", values);
        return MediaType.isUnknown(MediaType.ofHeader(joined)) && isNoSniff(response) ? "text/plain" : joined;
    }

    /** Fetch standard, "determine nosniff". */
    private static boolean isNoSniff(HttpResponse response) {
        String first = String.join(",", all(response, "X-Content-Type-Options")).split(",", -1)[0];
        return first.strip().equalsIgnoreCase("nosniff");
    }

    /** Returns whether a bot wall of Cloudflare or AWS marks the response as a challenge. */
    private static boolean isChallenge(HttpResponse response) {
        String aws = first(response, "x-amzn-waf-action");
        return response.containsHeader("cf-mitigated")
                || aws != null && (aws.equalsIgnoreCase("challenge") || aws.equalsIgnoreCase("captcha"));
    }

    private static List<String> codings(List<String> headers) {
        List<String> codings = new ArrayList<>();
        for (String header : headers) {
            for (String coding : header.split(",", -1)) {
                if (!coding.isBlank()) {
                    codings.add(coding.strip());
                }
            }
        }
        return List.copyOf(codings);
    }

    /** Percent-encodes bytes beyond ASCII. HttpClient decodes headers as ISO 8859-1; browsers treat such bytes in a URL as UTF-8. */
    private static @Nullable String ascii(@Nullable String value) {
        if (value == null || value.chars().allMatch(c -> c < 0x80)) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80 || c > 0xff) {
                text.append(c);
            } else {
                text.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                text.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return text.toString();
    }
}
