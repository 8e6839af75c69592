// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the recorded runs found out about external URLs. Its content never changes. Not thread-safe. */
public final class ExternalRecord {

    /** A record without entries, as before the first recorded run. */
    public static final ExternalRecord EMPTY = new ExternalRecord(Map.of(), null);

    private final Map<String, RecordEntry> entries;
    private final @Nullable LocalDate date;

    /** The URLs that the redirects of good entries lead to; null until they are needed. */
    private @Nullable Set<String> ends;

    /** Creates a record of entries by URL. */
    ExternalRecord(Map<String, RecordEntry> entries, @Nullable LocalDate date) {
        this.entries = entries;
        this.date = date;
    }

    /** Returns the day of the last recorded run, in UTC; null if there was none. */
    public @Nullable LocalDate date() {
        return date;
    }

    /** Returns the entry of a URL; null if there is none. */
    public @Nullable RecordEntry find(String url) {
        return entries.get(url);
    }

    /** Returns whether the redirects of a good entry lead to a URL, so that it is good too. */
    public boolean isEnd(String url) {
        Set<String> known = ends;
        if (known == null) {
            known = new HashSet<>();
            for (RecordEntry entry : entries.values()) {
                if (entry.to() != null) {
                    known.add(withoutFragment(entry.to()));
                }
            }
            ends = known;
        }
        return known.contains(url);
    }

    /** Returns all entries, sorted by URL. */
    public Collection<RecordEntry> entries() {
        return new TreeMap<>(entries).values();
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
