// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.crawl.page.ReadFile;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.text.FileTrouble;
import java.io.IOException;
import java.util.BitSet;

/** Turns what could not be read of a built site into pages without links, which are reported. For one thread. */
final class UnreadPages {

    private final CrawlPlan plan;
    private final CrawlContext crawlContext;
    private final Facts facts;

    UnreadPages(CrawlPlan plan, CrawlContext crawlContext) {
        this.plan = plan;
        this.crawlContext = crawlContext;
        this.facts = crawlContext.facts();
    }

    /** Adds the pages and directories that could not even be listed. */
    void addUnlisted() throws IOException {
        for (String path : crawlContext.unreadPages()) {
            boolean directory = path.isEmpty() || path.endsWith("/");
            // Patterns are for pages: a directory counts when they accept one in it.
            if (plan.pages().accepts(directory ? path + "index.html" : path)) {
                add(crawlContext.resolving().number(crawlContext.urlOfSite(path)), path);
            }
        }
    }

    /** Adds a file that was listed; one whose links do not count is no page, but links lead to it. */
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
     * The files that are read again: those with anchors that were not found. If any file could not be read, all are, because links to it
     * were settled before that was known.
     *
     * @param readForLinks the files whose links count
     */
    IntList toReadAgain(BitSet readForLinks) throws IOException {
        IntList files = facts.settlePending();
        if (!facts.unreadable().hasFiles() || plan.keepAll()) {
            return files;
        }
        crawlContext.resolving().setUnreadable(facts.unreadable()::hasFile);
        crawlContext.readers().forget();
        IntList all = new IntList();
        for (int file = readForLinks.nextSetBit(0); file >= 0; file = readForLinks.nextSetBit(file + 1)) {
            if (facts.pageOfFile(file) >= 0) {
                all.add(file);
            }
        }
        return all;
    }
}
