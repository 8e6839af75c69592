// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.connection;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Parses the header lines of answers as browsers do: lines without a colon or with a name that is not a token (RFC 9110 §5.6.2)
 * are ignored, and white space before the colon is not part of the name.
 */
final class AnswerLines extends BasicLineParser {

    static final AnswerLines INSTANCE = new AnswerLines();

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    /** Returns null for a line to be ignored. */
    @Override
    @SuppressWarnings("NullAway") // messages ignore a null header
    public @Nullable Header parseHeader(CharArrayBuffer line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return null;
        }
        String name = trimmed(line, 0, colon);
        return isToken(name) ? new BasicHeader(name, trimmed(line, colon + 1, line.length())) : null;
    }

    private static String trimmed(CharArrayBuffer line, int start, int end) {
        return line.substringTrimmed(start, end);
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!alphanumeric && TOKEN_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
