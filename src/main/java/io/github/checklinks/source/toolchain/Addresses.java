// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares where references lead. Those of pages and documents that lead to the same page of the site have equal keys, no matter whether
 * they are written with an extension, with {@code index.html}, or as a directory.
 */
public final class Addresses {

    private static final Pattern NAME = Pattern.compile("\\.(?:html?|mdx?|markdown|rst|adoc|asciidoc)$");
    private static final Pattern INDEX = Pattern.compile("(?:^|/)(?:index|README|_index)?$");

    private final List<String> bases;
    private final String site;

    /**
     * Creates a comparison.
     *
     * @param site the URL of the site, with a trailing slash
     * @param prefix the path that the toolchain puts before absolute paths, such as {@code /docs/}; {@code /} if none
     */
    public Addresses(String site, String prefix) {
        this.site = site;
        String origin = WebUrl.parse(site) instanceof WebUrl url ? url.origin() : "";
        this.bases = prefix.equals("/") || origin.isEmpty() ? List.of(site) : List.of(origin + prefix, site);
    }

    /**
     * Returns the key of a reference.
     *
     * @param from the path of the page or document that contains it, relative to the site
     * @param reference the reference as written
     */
    public String key(String from, String reference) {
        if (!(WebUrl.parse(site + PercentCoding.encodePath(from)) instanceof WebUrl page)
                || !(page.resolve(reference.strip()) instanceof WebUrl url)) {
            return "?" + reference.strip();
        }
        for (String base : bases) {
            if (url.href().startsWith(base)) {
                return inSite(url, base);
            }
        }
        return url.href();
    }

    private static String inSite(WebUrl url, String base) {
        String path = PercentCoding.decode(url.withoutFragment().href().substring(base.length()));
        int query = path.indexOf('?');
        String name = NAME.matcher(query < 0 ? path : path.substring(0, query)).replaceFirst("");
        String fragment = url.fragment();
        return "./" + INDEX.matcher(name).replaceFirst("")
                + (query < 0 ? "" : path.substring(query))
                + (fragment == null || fragment.isEmpty() ? "" : "#" + PercentCoding.decode(fragment));
    }
}
