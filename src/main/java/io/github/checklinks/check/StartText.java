// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.model.SkipReason;
import io.github.checklinks.url.Redaction;
import io.github.checklinks.url.WebUrl;
import org.jspecify.annotations.Nullable;

/** Describes starts of a crawl that were left alone or lead elsewhere; no other link with these verdicts is a finding. */
final class StartText {

    private StartText() {}

    /** Why a start was not requested: at {@code end}, where its redirects lead. */
    static String skipped(String reason, String end) {
        String what = "not requested: ";
        if (reason.equals(SkipReason.PRIVATE_ADDRESS.id())) {
            return what + Redaction.url(end) + " has a private address, and allowPrivate does not name its host";
        }
        if (reason.equals(SkipReason.EXCLUDED.id())) {
            return what + Redaction.url(end) + " matches excludes";
        }
        return what + reason;
    }

    /** What lets a start be requested; null when nothing certain is known. */
    static @Nullable String hintForSkipped(String reason, String end) {
        if (reason.equals(SkipReason.PRIVATE_ADDRESS.id())
                && WebUrl.parse(end) instanceof WebUrl url
                && url.host() != null) {
            return "add " + url.host() + " to allowPrivate (-Dcheck-links.allowPrivate=" + url.host()
                    + "), or set site to an address that does not lead there";
        }
        return reason.equals(SkipReason.EXCLUDED.id())
                ? "take it out of excludes, or set site to another address"
                : null;
    }

    /** What to do about a start that leads elsewhere. */
    static String hint(String moved) {
        String allow = "if this is meant, put start-redirected into allow or warnOn";
        return moved.endsWith("login page")
                ? "pass the login with headers, or check the directory that the site is built in; " + allow
                : "set site to the address that it leads to; " + allow;
    }
}
