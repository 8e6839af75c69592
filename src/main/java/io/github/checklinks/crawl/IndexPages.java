// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The index pages of a served site. {@code x/} and {@code x/index.html} with equal bodies are treated as one page, which is reported as
 * {@code x/}.
 */
final class IndexPages {

    private final CrawlContext crawlContext;
    private final FactsBuilder facts;

    /** By directory and hash of the body. */
    private final Map<String, Integer> pages = new HashMap<>();

    IndexPages(CrawlContext crawlContext) {
        this.crawlContext = crawlContext;
        this.facts = crawlContext.facts();
    }

    /**
     * Adds a page of the site.
     *
     * @param judged whether its links are checked
     * @return whether the page is new or is now reported with this URL, so that its links are to be followed
     */
    boolean add(int target, WebUrl url, PageResult page, long bodyHash, DocumentType documentType, boolean judged)
            throws IOException {
        String directory = crawlContext.directoryOfIndex(url);
        if (directory == null) {
            facts.setPageOfTarget(target, facts.addPage(target, page, documentType, judged));
            return true;
        }
        String index = directory + ' ' + bodyHash;
        Integer known = pages.get(index);
        if (known == null) {
            int number = facts.addPage(target, page, documentType, judged);
            facts.setPageOfTarget(target, number);
            pages.put(index, number);
            return true;
        }
        facts.setPageOfTarget(target, known);
        boolean isDirectory = url.path().endsWith("/");
        if (isDirectory) {
            // The URL of the directory is reported regardless of the order of responses, so that runs are reproducible.
            facts.replacePage(known, target, page);
        }
        return isDirectory;
    }
}
