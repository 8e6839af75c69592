// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.connection;

import java.io.IOException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.nio.DefaultHttpResponseFactory;
import org.apache.hc.core5.http.impl.nio.DefaultHttpResponseParser;
import org.apache.hc.core5.http.nio.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/** Parses the headers of HTTP/1.1 answers. A header that ends in the middle of a line is incomplete (RFC 9112 §8). */
final class AnswerParser extends DefaultHttpResponseParser<HttpResponse> {

    AnswerParser(Http1Config config) {
        super(config, AnswerLines.INSTANCE, DefaultHttpResponseFactory.INSTANCE);
    }

    @Override
    public @Nullable HttpResponse parse(SessionInputBuffer input, boolean isEnd) throws IOException, HttpException {
        HttpResponse response = super.parse(input, false);
        if (response != null || !isEnd) {
            return response;
        }
        if (input.hasData()) {
            throw new ConnectionClosedException();
        }
        return super.parse(input, true);
    }
}
