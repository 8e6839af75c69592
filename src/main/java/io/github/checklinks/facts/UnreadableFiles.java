// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.crawl.directory.LocalRoots;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files and directories of local roots that could not be read, as the outcomes of the targets that lead there. Each
 * page of the site among them has a number like a page that was read, so that it is reported even if no link leads to
 * it.
 */
public final class UnreadableFiles {

    private final LocalRoots localRoots;
    private final Map<Integer, Outcome> files = new HashMap<>();
    private final Map<Integer, String> pages = new TreeMap<>();

    UnreadableFiles(LocalRoots localRoots) {
        this.localRoots = localRoots;
    }

    /** Adds a file that was listed but could not be read. */
    public void addFile(int file, String reason) {
        files.putIfAbsent(file, failed(reason));
    }

    /**
     * Adds a page of the site by its number and its path below the site, which ends with a slash if it is a directory.
     */
    public void addPage(int page, String path) {
        pages.put(page, path);
    }

    /** Returns whether any listed file could not be read. */
    public boolean hasFiles() {
        return !files.isEmpty();
    }

    public boolean hasFile(int file) {
        return files.containsKey(file);
    }

    /** Returns the outcome of a file; the given one if it was read. */
    Outcome outcomeOfFile(int file, Outcome otherwise) {
        return files.isEmpty() ? otherwise : files.getOrDefault(file, otherwise);
    }

    /** Returns the outcome of a URL below a local root at which no file was found; null if it is just missing. */
    @Nullable
    Outcome outcomeOfNothing(String url) {
        String reason = localRoots.whyUnreadable(url);
        return reason == null ? null : failed(reason);
    }

    private static Outcome failed(String reason) {
        return new Outcome.Failed(FailureCause.UNREADABLE_FILE, reason, 0, 1);
    }

    /** Returns whether a number is that of a page of the site that could not be read. */
    public boolean isPage(int page) {
        return pages.containsKey(page);
    }

    /** Returns the path of such a page below the site; that of a directory ends with a slash. */
    public @Nullable String path(int page) {
        return pages.get(page);
    }

    /** Returns the number of such pages. */
    public int pageCount() {
        return pages.size();
    }
}
