// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files and directories of local roots that could not be read, as the outcomes of the targets that lead there. Each page of the site
 * among them has a number like a page that was read, so that it is reported even if no link leads to it.
 */
public final class Unreadable {

    private final Roots roots;
    private final Map<Integer, Outcome> files = new HashMap<>();
    private final Map<Integer, String> pages = new TreeMap<>();

    Unreadable(Roots roots) {
        this.roots = roots;
    }

    /** Adds a file that was listed and could not be read. */
    void addFile(int file, String reason) {
        files.putIfAbsent(file, failed(reason));
    }

    /** Adds a page of the site by its number and its path below the site, which ends with a slash if it is a directory. */
    void addPage(int page, String path) {
        pages.put(page, path);
    }

    /** Whether any file that was listed could not be read. */
    boolean hasFiles() {
        return !files.isEmpty();
    }

    boolean hasFile(int file) {
        return files.containsKey(file);
    }

    /** What became of a file; the other outcome when nothing went wrong. */
    Outcome outcomeOfFile(int file, Outcome otherwise) {
        return files.isEmpty() ? otherwise : files.getOrDefault(file, otherwise);
    }

    /** What became of an address below a local root where no file was found; null when nothing is there. */
    @Nullable
    Outcome outcomeOfNothing(String url) {
        String reason = roots.whyUnreadable(url);
        return reason == null ? null : failed(reason);
    }

    private static Outcome failed(String reason) {
        return new Outcome.Failed(Rule.UNREADABLE, reason, null, 0, 1);
    }

    /** Whether a number is that of a page of the site that could not be read. */
    public boolean isPage(int page) {
        return pages.containsKey(page);
    }

    /** The path of such a page below the site; that of a directory ends with a slash. */
    public @Nullable String path(int page) {
        return pages.get(page);
    }

    /** How many such pages there are. */
    public int pageCount() {
        return pages.size();
    }
}
