// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.fetch.Response;
import io.github.checklinks.url.WebUrl;
import org.jspecify.annotations.Nullable;

/** Finds out whether a served site says that a page is not there, by asking for one that nobody made. */
final class SoftNotFound {

    /** Below the site's base. A name without ending, as such pages are what servers of one-page applications make up. */
    static final String NAME = "check-links-asks-for-a-page-that-nobody-made";

    private SoftNotFound() {}

    /** What is to be told of a site that answers anything; null when it does not, or may not be asked. */
    static @Nullable String note(WebUrl start, CrawlPlan plan, StartupRequests startupRequests) {
        if (!(start.resolve(NAME) instanceof WebUrl made) || plan.excludes().match(made.href())) {
            return null;
        }
        if (!(startupRequests.status(made) instanceof Response.Answer answer) || !answer.isSuccess()) {
            return null;
        }
        return "The server answers " + answer.status() + " to " + made.redacted()
                + ", a page that nobody made, so broken"
                + " links to pages that it makes up like this cannot be seen: have it answer 404, or check the directory"
                + " that the site is built in";
    }
}
