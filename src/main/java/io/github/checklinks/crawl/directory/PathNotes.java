// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remarks on paths below a local root, each of which holds for everything below its path, too. The root itself is the empty path. */
final class PathNotes {

    private final Map<String, String> notes = new LinkedHashMap<>();

    /** Adds a remark; of two on one path the first counts. */
    void add(String path, String note) {
        notes.putIfAbsent(path, note);
    }

    boolean isEmpty() {
        return notes.isEmpty();
    }

    /** The remarks by path, in the order in which they were added. */
    Map<String, String> all() {
        return notes;
    }

    /** The remark on exactly this path; null when there is none. */
    @Nullable
    String on(String path) {
        return notes.get(path);
    }

    /** The remark on a path without final slash, or on a directory above it; null when there is none. */
    @Nullable
    String onOrAbove(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String note = notes.get(path.substring(0, end));
            if (note != null) {
                return note;
            }
        }
        return notes.get("");
    }
}
