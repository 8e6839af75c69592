// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.fetch.Response;
import org.jspecify.annotations.Nullable;

/**
 * A response with the links and anchors of its body.
 *
 * @param response the response, without its body if that was read
 * @param documentType the document type of the body; null if it was not read
 * @param page the links and anchors; null if the body was not read
 * @param bodyHash a hash of the body of an index page, equal for equal bodies; 0 for other pages
 */
public record ReadAnswer(
        Response response,
        @Nullable DocumentType documentType,
        @Nullable PageResult page,
        long bodyHash) {

    /** Returns a response whose body is not read. */
    public static ReadAnswer unread(Response response) {
        return new ReadAnswer(response, null, null, 0);
    }
}
