// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes on paths below a local root, each of which applies to everything below its path, too. The root itself is the
 * empty path.
 */
final class PathNotes {

    private final Map<String, String> notes = new LinkedHashMap<>();

    /** Adds a note, unless the path already has one. */
    void add(String path, String note) {
        notes.putIfAbsent(path, note);
    }

    boolean isEmpty() {
        return notes.isEmpty();
    }

    /** Returns the notes by path, in the order in which they were added. */
    Map<String, String> all() {
        return notes;
    }

    /** Returns the note on exactly this path; null if there is none. */
    @Nullable
    String on(String path) {
        return notes.get(path);
    }

    /**
     * Returns the note on a path, given without final slash, or on the nearest directory above it; null if there is
     * none.
     */
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
