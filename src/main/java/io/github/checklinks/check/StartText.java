// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.model.SkipReason;
import io.github.checklinks.url.WebUrl;
import org.jspecify.annotations.Nullable;

/** Texts about starts of a crawl that were skipped or redirected elsewhere; no other link with these verdicts is a finding. */
final class StartText {

    private StartText() {}

    /** Returns why a start was not requested; {@code end} is the target of its redirects. */
    static String skipped(String reason, String end) {
        if (reason.equals(SkipReason.PRIVATE_ADDRESS.id())) {
            return end + " has a private address, and its host is not in allowPrivate";
        }
        if (reason.equals(SkipReason.EXCLUDED.id())) {
            return end + " matches excludes";
        }
        return reason;
    }

    /** Returns how to have a skipped start requested; null if that is not certain. */
    static @Nullable String hintForSkipped(String reason, String end) {
        if (reason.equals(SkipReason.PRIVATE_ADDRESS.id())
                && WebUrl.parse(end) instanceof WebUrl url
                && url.host() != null) {
            return "add " + url.host() + " to allowPrivate (-Dcheck-links.allowPrivate=" + url.host()
                    + "), or set site to an address that does not redirect there";
        }
        return reason.equals(SkipReason.EXCLUDED.id())
                ? "remove it from excludes, or set site to another address"
                : null;
    }

    /** Returns what to do about a start that was redirected elsewhere. */
    static String hint(String moved) {
        String allow = "if this is intended, add start-redirected to allow or warnOn";
        return moved.endsWith("login page")
                ? "pass credentials with headers, or check the directory in which the site is built; " + allow
                : "set site to the redirect target; " + allow;
    }
}
