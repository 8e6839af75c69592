// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.url.WebUrl;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address that a built site itself says it has: its canonical link, {@code og:url}, sitemap, or the {@code CNAME} of GitHub's pages. */
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

    /** The address of a path on the host that the site names; null when the site names none that fits. */
    static @Nullable String below(String path, WebUrl site, HintLookup hintLookup) {
        for (String page : PAGES) {
            Matcher tag = TAG.matcher(hintLookup.beginning(site.href() + page));
            while (tag.find()) {
                Matcher value = VALUE.matcher(tag.group());
                String address =
                        KIND.matcher(tag.group()).find() && value.find() ? fitting(value.group(1), path) : null;
                if (address != null) {
                    return address;
                }
            }
        }
        Matcher location = LOCATION.matcher(hintLookup.beginning(site.href() + "sitemap.xml"));
        String listed = location.find() ? fitting(location.group(1), path) : null;
        if (listed != null) {
            return listed;
        }
        String host = hintLookup.beginning(site.href() + "CNAME").strip().toLowerCase(Locale.ROOT);
        return HOST.matcher(host).matches() ? "https://" + host + path : null;
    }

    private static @Nullable String fitting(String address, String path) {
        return WebUrl.parse(address) instanceof WebUrl url && url.path().startsWith(path) ? url.origin() + path : null;
    }
}
