// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.url.Patterns;

/**
 * Whose links are judged.
 *
 * @param include patterns on the page's path below the site; empty for all
 * @param exclude patterns on the page's path below the site
 */
public record PageFilter(Patterns include, Patterns exclude) {

    boolean acceptsAll() {
        return include.isEmpty() && exclude.isEmpty();
    }

    boolean accepts(String path) {
        return (include.isEmpty() || include.match(path)) && !exclude.match(path);
    }
}
