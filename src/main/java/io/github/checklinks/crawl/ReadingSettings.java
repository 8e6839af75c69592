// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.directory.FileLookup;
import io.github.checklinks.extract.attribute.LinkAttributes;
import io.github.checklinks.url.Patterns;

/**
 * Which pages are read, which of their attributes are links, and which files the links lead to.
 *
 * @param linkAttributes the elements and attributes that contain links
 * @param includePages patterns for the paths of pages relative to the site; empty for all pages
 * @param excludePages patterns for the paths of pages whose links are not read; take precedence over {@code includePages}
 * @param fileLookup how the URL of a directory or page is resolved to a file
 */
public record ReadingSettings(
        LinkAttributes linkAttributes, Patterns includePages, Patterns excludePages, FileLookup fileLookup) {

    boolean acceptsAllPages() {
        return includePages.isEmpty() && excludePages.isEmpty();
    }

    boolean acceptsPage(String path) {
        return (includePages.isEmpty() || includePages.match(path)) && !excludePages.match(path);
    }
}
