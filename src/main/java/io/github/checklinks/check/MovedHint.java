// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.hint.LinkContext;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.url.Redaction;
import io.github.checklinks.url.WebUrl;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recommends the address that a link moved to, if the author would want it: not a login, not the front page instead of a page, not an
 * address of another owner, not a page that only says that there is none. The fragment stays, as it does in a browser (Fetch,
 * HTTP-redirect fetch).
 */
final class MovedHint {

    private static final Set<String> LOGINS = Set.of(
            "login",
            "log-in",
            "log_in",
            "logon",
            "signin",
            "sign-in",
            "sign_in",
            "signon",
            "sign-on",
            "sso",
            "auth",
            "authenticate",
            "authorize",
            "oauth",
            "oauth2",
            "openid",
            "saml",
            "saml2",
            "cas",
            "idp");

    /** What a login is given to know where its visitors came from. */
    private static final Pattern COMES_BACK = Pattern.compile(
            "(?:^|[&;])(?:return|returnto|return_to|returnurl|return_url|next|redirect|redirect_uri|redirect_to|continue|service|goto|back)=",
            Pattern.CASE_INSENSITIVE);

    /** Names of pages that stand in for one that is gone. */
    private static final Pattern GONE = Pattern.compile(
            "(?:^|[^0-9a-z])(?:404|410|not[-_]?found|page[-_]?not[-_]?found|gone|error)(?:[^0-9a-z]|$)",
            Pattern.CASE_INSENSITIVE);

    private final Facts facts;
    private final Redirects redirects;

    MovedHint(Facts facts, Redirects redirects) {
        this.facts = facts;
        this.redirects = redirects;
    }

    /** What to write instead; null when nothing can be recommended. */
    @Nullable
    String of(LinkContext linkContext) {
        Redirects.Way way = redirects.from(linkContext.target());
        if (way.permanentEnd() < 0
                || !(WebUrl.parse(facts.targets().url(linkContext.target())) instanceof WebUrl from)
                || !(WebUrl.parse(facts.targets().url(way.permanentEnd())) instanceof WebUrl to)
                || !(WebUrl.parse(facts.targets().url(way.end())) instanceof WebUrl end)) {
            return null;
        }
        if (!isOfSameOwner(from, to) || isFront(to) && !isFront(from) || isLogin(from, to) || isLogin(from, end)) {
            return null;
        }
        if (!GONE.matcher(from.path()).find()
                && (GONE.matcher(to.path()).find() || GONE.matcher(end.path()).find())) {
            return null;
        }
        return replacement(linkContext, to, way.permanentFragment());
    }

    private static String replacement(LinkContext linkContext, WebUrl to, @Nullable String ofRedirect) {
        Fragment fragment = Fragment.of(linkContext.text());
        String address = linkContext.of(to);
        if (ofRedirect != null) {
            return "replace it with " + Redaction.url(address + '#' + ofRedirect);
        }
        if (!linkContext.isAlike()) {
            return "replace it with " + address + ", keeping the fragment of each link";
        }
        return "replace it with " + address
                + (fragment == null || fragment.raw().isEmpty() ? "" : '#' + fragment.raw());
    }

    /** One host is the other, but for {@code www.}, or lies in it; with the same port, or each with the default of its scheme. */
    private static boolean isOfSameOwner(WebUrl from, WebUrl to) {
        String one = host(from);
        String other = host(to);
        boolean ports = from.port() == to.port() || isDefault(from) && isDefault(to);
        return ports && (one.equals(other) || isBelow(one, other) || isBelow(other, one));
    }

    private static boolean isBelow(String host, String domain) {
        // A domain of one label belongs to a registry.
        return domain.indexOf('.') > 0
                && host.endsWith("." + domain)
                && !Character.isDigit(host.charAt(host.length() - 1));
    }

    private static String host(WebUrl url) {
        String host = String.valueOf(url.host());
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static boolean isDefault(WebUrl url) {
        return url.origin().indexOf(':', url.scheme().length() + 1) < 0;
    }

    private static boolean isFront(WebUrl url) {
        return url.query() == null && (url.path().equals("/") || url.path().matches("/index\\.html?"));
    }

    private static boolean isLogin(WebUrl from, WebUrl to) {
        return !hasLogin(from)
                && (hasLogin(to)
                        || to.query() != null && COMES_BACK.matcher(to.query()).find());
    }

    private static boolean hasLogin(WebUrl url) {
        for (String name : url.path().toLowerCase(Locale.ROOT).split("/", -1)) {
            int dot = name.indexOf('.');
            if (LOGINS.contains(dot < 0 ? name : name.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }
}
