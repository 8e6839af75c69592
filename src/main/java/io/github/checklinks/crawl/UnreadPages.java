// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.ReadFile;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.text.FileTrouble;
import java.io.IOException;
import java.util.BitSet;

/** Records the files and directories of a built site that could not be read as pages without links, which are reported. Not thread-safe. */
final class UnreadPages {

    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final FactsBuilder facts;

    UnreadPages(CrawlPlan plan, CrawlContext crawlContext) {
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.facts = crawlContext.facts();
    }

    /** Adds the pages and directories that could not be listed. */
    void addUnlisted() throws IOException {
        for (String path : crawlContext.unreadPages()) {
            boolean directory = path.isEmpty() || path.endsWith("/");
            // The patterns apply to pages: a directory is reported if they accept its index page.
            if (plan.reading().acceptsPage(directory ? path + "index.html" : path)) {
                add(crawlContext.resolving().number(crawlContext.urlOfSite(path)), path);
            }
        }
    }

    /** Adds a file that was listed but could not be read. If its links are not checked, it is recorded only as a target of links. */
    void add(ReadFile.Unread unread) throws IOException {
        facts.unreadable().addFile(unread.file(), FileTrouble.reason(unread.cause()));
        if (unread.withLinks()) {
            add(unread.target(), crawlContext.path(unread.file()));
        }
    }

    private void add(int target, String path) throws IOException {
        facts.unreadable().addPage(facts.addPage(target, PageResult.NONE, DocumentType.HTML, false), path);
    }

    /**
     * Returns the files to read again: those that link to missing anchors. If any file could not be read, these are all files, because
     * links to that file were accepted before the failure was known.
     *
     * @param readForLinks the files whose links are checked
     */
    IntList toReadAgain(BitSet readForLinks) throws IOException {
        IntList files = facts.settleDeferred();
        if (!facts.unreadable().hasFiles() || plan.storage().links() == CrawlPlan.Retention.ALL) {
            return files;
        }
        crawlContext.resolving().setUnreadable(facts.unreadable()::hasFile);
        crawlContext.readers().clear();
        IntList all = new IntList();
        for (int file = readForLinks.nextSetBit(0); file >= 0; file = readForLinks.nextSetBit(file + 1)) {
            if (facts.pageOfFile(file) >= 0) {
                all.add(file);
            }
        }
        return all;
    }
}
