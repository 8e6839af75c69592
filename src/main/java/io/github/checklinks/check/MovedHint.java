// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.hint.LinkContext;
import io.github.checklinks.check.hint.LoginPages;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.RedirectChain;
import io.github.checklinks.url.Redaction;
import io.github.checklinks.url.WebUrl;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recommends the new address of a moved link, unless it is a login, the front page instead of a page, an address of another owner, or
 * an error page. The fragment is kept, as in browsers (Fetch standard, HTTP-redirect fetch).
 */
final class MovedHint {

    /** Paths of error pages. */
    private static final Pattern ERROR_PAGE = Pattern.compile(
            "(?:^|[^0-9a-z])(?:404|410|not[-_]?found|page[-_]?not[-_]?found|gone|error)(?:[^0-9a-z]|$)",
            Pattern.CASE_INSENSITIVE);

    private final Facts facts;

    MovedHint(Facts facts) {
        this.facts = facts;
    }

    /** Returns the hint; null if nothing can be recommended. */
    @Nullable
    String hint(LinkContext linkContext) {
        RedirectChain chain = facts.chain(linkContext.target());
        if (chain == null
                || chain.permanentEnd() < 0
                || !(WebUrl.parse(facts.targets().url(linkContext.target())) instanceof WebUrl from)
                || !(WebUrl.parse(facts.targets().url(chain.permanentEnd())) instanceof WebUrl to)
                || !(WebUrl.parse(facts.targets().url(chain.end())) instanceof WebUrl end)) {
            return null;
        }
        if (!isOfSameOwner(from, to)
                || isFrontPage(to) && !isFrontPage(from)
                || LoginPages.mayBeAsked(from, to)
                || LoginPages.mayBeAsked(from, end)) {
            return null;
        }
        if (!ERROR_PAGE.matcher(from.path()).find()
                && (ERROR_PAGE.matcher(to.path()).find()
                        || ERROR_PAGE.matcher(end.path()).find())) {
            return null;
        }
        return replacement(linkContext, to, chain.permanentFragment());
    }

    private static String replacement(LinkContext linkContext, WebUrl to, @Nullable String fragmentOfRedirect) {
        Fragment fragment = Fragment.of(linkContext.text());
        String address = linkContext.of(to);
        if (fragmentOfRedirect != null) {
            return "replace it with " + Redaction.url(address + '#' + fragmentOfRedirect);
        }
        if (!linkContext.isAlike()) {
            return "replace it with " + address + ", keeping the fragment of each link";
        }
        return "replace it with " + address
                + (fragment == null || fragment.raw().isEmpty() ? "" : '#' + fragment.raw());
    }

    /** Returns whether two hosts are equal apart from {@code www.}, or one is a subdomain of the other, with equal or default ports. */
    private static boolean isOfSameOwner(WebUrl from, WebUrl to) {
        String one = TrivialRedirect.hostWithoutWww(from);
        String other = TrivialRedirect.hostWithoutWww(to);
        boolean samePort = from.port() == to.port() || isDefault(from) && isDefault(to);
        return samePort && (one.equals(other) || isBelow(one, other) || isBelow(other, one));
    }

    private static boolean isBelow(String host, String domain) {
        // A domain with a single label belongs to a registry.
        return domain.indexOf('.') > 0
                && host.endsWith("." + domain)
                && !Character.isDigit(host.charAt(host.length() - 1));
    }

    private static boolean isDefault(WebUrl url) {
        return url.origin().indexOf(':', url.scheme().length() + 1) < 0;
    }

    private static boolean isFrontPage(WebUrl url) {
        return url.query() == null && (url.path().equals("/") || url.path().matches("/index\\.html?"));
    }
}
