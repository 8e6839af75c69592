// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognizes the URLs of login pages to which servers redirect visitors who are not signed in. */
public final class LoginPages {

    /** Names of such pages, compared in lower case, without extension and without hyphens and underscores. */
    private static final Set<String> NAMES = Set.of(
            "login",
            "logon",
            "signin",
            "signon",
            "wplogin",
            "jsecuritycheck",
            "servicelogin",
            "dologin",
            "userlogin",
            "loginform",
            "loginpage");

    /** Names that also occur in documentation: with a query they are endpoints of sign-on protocols. */
    private static final Set<String> DOUBTFUL_NAMES = Set.of(
            "sso", "saml", "saml2", "oauth", "oauth2", "openid", "auth", "authorize", "authenticate", "cas", "idp");

    /** Names of parameters that hold the return URL, and rarely anything else. */
    private static final Set<String> RETURNS = Set.of(
            "return",
            "returnto",
            "returnurl",
            "returnuri",
            "returnpath",
            "next",
            "continue",
            "redirect",
            "redirectto",
            "redirecturl",
            "redirecturi",
            "goto",
            "service",
            "originalurl",
            "back",
            "backurl",
            "backto",
            "relaystate",
            "osdestination");

    /** Names of parameters that hold the return URL or something else. */
    private static final Set<String> DOUBTFUL_RETURNS = Set.of(
            "target",
            "destination",
            "dest",
            "origin",
            "from",
            "callback",
            "referer",
            "referrer",
            "url",
            "rd",
            "ru",
            "state");

    /** Names of parameters that only sign-on protocols use (SAML 2.0 Bindings §3.4, OpenID Connect Core §3.1.2.1). */
    private static final Set<String> PROTOCOLS = Set.of("samlrequest", "responsetype");

    private LoginPages() {}

    /**
     * Returns whether a redirect from one URL to another certainly leads to a login page: the path names a login page, or the query
     * contains the requested URL. False if the first URL is a login page itself.
     */
    public static boolean isAsked(WebUrl from, WebUrl to) {
        return !isNamed(from.path(), NAMES)
                && (isNamed(to.path(), NAMES)
                        || to.query() != null && isNewlyDoubtful(from, to)
                        || returnsTo(from, to.query()));
    }

    /**
     * Returns whether a redirect from one URL to another may lead to a login page, so that the new URL is no replacement for the first: a
     * doubtful name in the path, or a parameter for a return URL, is enough. False if the first URL may be a login page itself.
     */
    public static boolean mayBeAsked(WebUrl from, WebUrl to) {
        return !isNamed(from.path(), NAMES)
                && !isNamed(from.path(), DOUBTFUL_NAMES)
                && (isAsked(from, to) || isNamed(to.path(), DOUBTFUL_NAMES) || hasReturn(to.query()));
    }

    private static boolean isNewlyDoubtful(WebUrl from, WebUrl to) {
        return isNamed(to.path(), DOUBTFUL_NAMES) && !isNamed(from.path(), DOUBTFUL_NAMES);
    }

    private static boolean isNamed(String path, Set<String> names) {
        for (String segment : path.split("/", -1)) {
            int end = segment.length();
            for (int i = 0; i < segment.length(); i++) {
                if (segment.charAt(i) == '.' || segment.charAt(i) == ';') {
                    end = i;
                    break;
                }
            }
            if (names.contains(plain(segment.substring(0, end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean returnsTo(WebUrl from, @Nullable String query) {
        if (query == null) {
            return false;
        }
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String name = plain(parameter.substring(0, equals));
            if (PROTOCOLS.contains(name)) {
                return true;
            }
            String value = PercentCoding.decode(parameter.substring(equals + 1));
            if ((RETURNS.contains(name) || DOUBTFUL_RETURNS.contains(name)) && names(value, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasReturn(@Nullable String query) {
        return query != null
                && Stream.of(query.split("[&;]", -1))
                        .filter(parameter -> parameter.indexOf('=') >= 0)
                        .map(parameter -> plain(parameter.substring(0, parameter.indexOf('='))))
                        .anyMatch(RETURNS::contains);
    }

    private static boolean names(String value, WebUrl from) {
        return value.equals(PercentCoding.decode(from.path()))
                || from.resolve(value) instanceof WebUrl url
                        && value.indexOf('/') >= 0
                        && url.withoutFragment().href().equals(from.href());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
