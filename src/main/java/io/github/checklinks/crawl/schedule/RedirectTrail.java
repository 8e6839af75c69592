// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.url.WebUrl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state of one chain of redirects: its cookies and the URLs it has requested. */
public final class RedirectTrail {

    private final Cookies cookies = new Cookies();
    private final Map<String, String> requested = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();

    /**
     * The next request of a chain.
     *
     * @param cookies its {@code Cookie} header; empty for none
     * @param isSame whether it has the URL of the redirected one
     * @param isKnown whether the chain has requested its URL before
     * @param repeats whether that is to be done again, because the cookies are others
     */
    public record Step(String cookies, boolean isSame, boolean isKnown, boolean repeats) {

        /** Returns whether the chain leads to where it has been, with nothing new. */
        public boolean isLoop() {
            return isKnown && !repeats;
        }
    }

    /**
     * Follows a redirect. A URL that the chain has already requested is requested again once, and only with other cookies. Otherwise, a
     * site that sets a cookie and redirects to itself to check for it would be taken for a redirect loop.
     *
     * @param from the redirected URL
     * @param sent the {@code Cookie} header it was requested with
     * @param setCookies the {@code Set-Cookie} headers of the response
     */
    public Step follow(WebUrl from, String sent, List<String> setCookies, WebUrl to) {
        String fromUrl = from.withoutFragment().href();
        String toUrl = to.withoutFragment().href();
        requested.put(fromUrl, sent);
        cookies.keep(from.origin(), setCookies);
        String header = cookies.header(to.origin());
        boolean known = requested.containsKey(toUrl);
        boolean repeats = known && !header.isEmpty() && !header.equals(requested.get(toUrl)) && repeated.add(toUrl);
        return new Step(header, fromUrl.equals(toUrl), known, repeats);
    }
}
