// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.url.Patterns;

/**
 * A filter for the pages whose links are checked.
 *
 * @param include patterns for the path of a page below the site; empty for all pages
 * @param exclude patterns for the path of a page below the site; take precedence over {@code include}
 */
public record PageFilter(Patterns include, Patterns exclude) {

    boolean acceptsAll() {
        return include.isEmpty() && exclude.isEmpty();
    }

    boolean accepts(String path) {
        return (include.isEmpty() || include.match(path)) && !exclude.match(path);
    }
}
