// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.fetch.Response;
import io.github.checklinks.url.WebUrl;
import org.jspecify.annotations.Nullable;

/** Detects servers that return a success for missing pages ("soft 404"), by requesting a page that cannot exist. */
final class SoftNotFound {

    /**
     * The path below the base URL of the site. It has no file extension, because servers of single-page applications return their page for
     * such paths.
     */
    static final String NAME = "check-links-soft-404-probe";

    private SoftNotFound() {}

    /** Returns a warning if the site returns a success for missing pages; null if it does not, or if the page may not be requested. */
    static @Nullable String note(WebUrl start, CrawlPlan plan, StartupRequests startupRequests) {
        if (!(start.resolve(NAME) instanceof WebUrl missing)
                || plan.scope().excludes().match(missing.href())) {
            return null;
        }
        if (!(startupRequests.status(missing) instanceof Response.Answer answer) || !answer.isSuccess()) {
            return null;
        }
        return "The server returns " + answer.status() + " for " + missing.redacted()
                + ", a page that does not exist, so broken"
                + " links to such pages cannot be detected: configure it to return 404 for missing pages, or check the"
                + " directory in which the site is built";
    }
}
