// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.url.WebUrl;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The URL that a built site declares for itself in its canonical link, {@code og:url}, sitemap, or the {@code CNAME} file of GitHub Pages. */
final class PublishedAddress {

    private static final List<String> PAGES = List.of("index.html", "index.htm", "404.html");

    private static final Pattern TAG = Pattern.compile("<(?:link|meta)\\s[^<>]*+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern KIND = Pattern.compile(
            "\\b(?:rel\\s*+=\\s*+[\"']?+canonical|property\\s*+=\\s*+[\"']?+og:url)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE =
            Pattern.compile("\\b(?:href|content)\\s*+=\\s*+[\"']?+(https?://[^\\s\"'<>]++)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCATION = Pattern.compile("<loc>\\s*+(https?://[^\\s<]++)");
    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9-]++\\.)++[a-z][a-z0-9-]++");

    private PublishedAddress() {}

    /** Returns the URL of a path on the host that the site declares; null if it declares no URL below that path. */
    static @Nullable String below(String path, WebUrl site, HintLookup hintLookup) {
        for (String page : PAGES) {
            Matcher tag = TAG.matcher(hintLookup.head(site.href() + page));
            while (tag.find()) {
                Matcher value = VALUE.matcher(tag.group());
                String address =
                        KIND.matcher(tag.group()).find() && value.find() ? matching(value.group(1), path) : null;
                if (address != null) {
                    return address;
                }
            }
        }
        Matcher location = LOCATION.matcher(hintLookup.head(site.href() + "sitemap.xml"));
        String listed = location.find() ? matching(location.group(1), path) : null;
        if (listed != null) {
            return listed;
        }
        String host = hintLookup.head(site.href() + "CNAME").strip().toLowerCase(Locale.ROOT);
        return HOST.matcher(host).matches() ? "https://" + host + path : null;
    }

    private static @Nullable String matching(String address, String path) {
        return WebUrl.parse(address) instanceof WebUrl url && url.path().startsWith(path) ? url.origin() + path : null;
    }
}
