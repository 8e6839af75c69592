// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the recorded runs found out about external URLs. Immutable. */
public final class ExternalRecord {

    /** A record without entries, as before the first recorded run. */
    public static final ExternalRecord EMPTY = new ExternalRecord(Collections.emptySortedMap(), null);

    private final SortedMap<String, RecordEntry> entries;
    private final @Nullable LocalDate date;

    /** The good entries by the URL that their redirects lead to. */
    private final Map<String, RecordEntry> ends = new HashMap<>();

    /** Creates a record of entries by URL. */
    ExternalRecord(SortedMap<String, RecordEntry> entries, @Nullable LocalDate date) {
        this.entries = entries;
        this.date = date;
        for (RecordEntry entry : entries.values()) {
            String to = entry.to();
            if (to != null) {
                ends.putIfAbsent(withoutFragment(to), entry);
            }
        }
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
        return ends.containsKey(url);
    }

    /** Returns all entries, sorted by URL. */
    public Collection<RecordEntry> entries() {
        return entries.values();
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
