// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.fetch.Response;
import org.jspecify.annotations.Nullable;

/**
 * A response with the links and anchors of its body.
 *
 * @param response without its body if that was read
 * @param language the document type of the body; null when it was not read
 * @param page the links and anchors; null when it was not read
 * @param bodyHash of the body of an index page, equal for equal bodies; else 0
 */
public record ReadAnswer(
        Response response,
        @Nullable DocumentType documentType,
        @Nullable PageResult page,
        long bodyHash) {

    /** A response whose body is not read. */
    public static ReadAnswer unread(Response response) {
        return new ReadAnswer(response, null, null, 0);
    }
}
