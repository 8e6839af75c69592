// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.connection;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.NotImplementedException;
import org.apache.hc.core5.http.ProtocolException;

/**
 * Determines where the body of an answer ends (RFC 9112 §6.3, Fetch standard "extract a length"): a {@code Content-Length} may be
 * repeated with the same value, and is ignored if it is not a number.
 */
final class AnswerLength implements ContentLengthStrategy {

    @Override
    public long determineLength(HttpMessage message) throws HttpException {
        return isChunked(message) ? CHUNKED : length(message);
    }

    private static boolean isChunked(HttpMessage message) throws HttpException {
        boolean chunked = false;
        for (String coding : values(message, HttpHeaders.TRANSFER_ENCODING)) {
            String name = coding.toLowerCase(Locale.ROOT);
            if (name.equals("chunked")) {
                chunked = true;
            } else if (!name.isEmpty() && !name.equals("identity")) {
                throw new NotImplementedException("unsupported transfer encoding: " + coding);
            }
        }
        return chunked;
    }

    private static long length(HttpMessage message) throws ProtocolException {
        Set<String> lengths = values(message, HttpHeaders.CONTENT_LENGTH);
        if (lengths.size() > 1) {
            throw new ProtocolException("different values of Content-Length");
        }
        String only = lengths.isEmpty() ? "" : lengths.iterator().next();
        boolean isNumber = !only.isEmpty() && only.length() < 19 && only.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(only) : UNDEFINED;
    }

    /** Returns the distinct elements of all headers with the given name. */
    private static Set<String> values(HttpMessage message, String name) {
        Set<String> values = new HashSet<>();
        for (Header header : message.getHeaders(name)) {
            for (String value : header.getValue().split(",", -1)) {
                values.add(value.strip());
            }
        }
        return values;
    }
}
