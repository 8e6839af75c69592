// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import io.github.checklinks.text.FileTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A persistent cache of successful responses of external sites, keyed by URL without fragment. The file is read on the first lookup
 * and written at the end of a run. Failures are never cached: the entry of a URL that fails is removed. Not thread-safe.
 */
public final class AnswerCache {

    /** How long an expired entry is kept for conditional requests; after that the URL is assumed to be no longer linked. */
    private static final Duration RETENTION = Duration.ofDays(30);

    /** Tolerated clock skew between machines, in seconds. */
    private static final long CLOCK_SKEW = 300;

    private static final int MAX_ENTRIES = 50_000;
    private static final long MAX_CHARACTERS = 32L << 20;

    private final CacheSettings settings;
    private final CacheFile file;
    private final long now;
    private final Map<String, String> good = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private @Nullable Map<String, String> lines;
    private @Nullable String note;

    /** Creates a cache; its file is read on the first lookup. */
    public AnswerCache(CacheSettings settings) {
        this.settings = settings;
        this.file = new CacheFile(settings.directory());
        this.now = settings.clock().instant().getEpochSecond();
    }

    /** Returns the first problem met with the cache file, as one sentence; empty if there was none. */
    public List<String> notes() {
        return note == null ? List.of() : List.of(note);
    }

    /** Returns the time of this run in seconds since the epoch; constant for the whole run. */
    public long now() {
        return now;
    }

    /** Returns the entry of a URL regardless of its age; null if there is none. */
    @Nullable
    public CacheEntry find(String url) {
        if (lines == null) {
            lines = read();
        }
        String line = lines.get(url);
        try {
            return line == null ? null : CacheEntryCodec.read(line);
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    private Map<String, String> read() {
        try {
            CacheFile.Lines read = file.read();
            if (read.damaged()) {
                addNote("the cache " + file.path() + " is damaged; it is discarded and rebuilt");
            }
            return read.lines();
        } catch (IOException unreadable) {
            addNote("the cache " + file.path() + " cannot be read: " + FileTrouble.reason(unreadable));
            return Map.of();
        }
    }

    /** Returns whether an entry is recent enough to be used without a request. */
    public boolean isFresh(String url, CacheEntry cacheEntry) {
        long age = now - cacheEntry.checked();
        return age >= -CLOCK_SKEW && age < lifetime(url).toSeconds();
    }

    /**
     * Returns the lifetime of a URL's entry: {@code maxAge}, shortened by up to a quarter, so that entries of one run do not all expire at
     * once.
     */
    Duration lifetime(String url) {
        int hash = url.hashCode() * 0x9E3779B1;
        Duration quarter = settings.maxAge().dividedBy(4);
        return settings.maxAge().minus(quarter.multipliedBy(hash >>> 16).dividedBy(1 << 16));
    }

    /** Stores the entry of a successful response. */
    public void put(String url, CacheEntry cacheEntry) {
        good.put(url, CacheEntryCodec.write(cacheEntry));
        failed.remove(url);
    }

    /** Removes the entry of a URL that failed, given without fragment. */
    public void drop(String url) {
        good.remove(url);
        failed.add(url);
    }

    /** Merges the changes of this run into the file, which other processes may have changed in the meantime. */
    public void write() {
        boolean known = lines != null && failed.stream().anyMatch(lines::containsKey);
        if (good.isEmpty() && !known) {
            return;
        }
        try {
            file.update(this::merge);
        } catch (IOException | SecurityException refused) {
            addNote("the cache " + file.path() + " cannot be written: " + FileTrouble.reason(refused));
        }
    }

    private boolean merge(Map<String, String> entries) {
        good.forEach((url, line) -> entries.merge(
                url,
                line,
                (old, added) -> CacheEntryCodec.checked(old) > CacheEntryCodec.checked(added) ? old : added));
        failed.forEach(
                url -> entries.computeIfPresent(url, (same, old) -> CacheEntryCodec.checked(old) > now ? old : null));
        long horizon = now - settings.maxAge().plus(RETENTION).toSeconds();
        entries.values().removeIf(line -> CacheEntryCodec.checked(line) < horizon);
        shrink(entries);
        return true;
    }

    /** Drops the oldest entries beyond the limits. */
    private static void shrink(Map<String, String> entries) {
        long characters = 0;
        int count = 0;
        if (entries.size() <= MAX_ENTRIES && size(entries) <= MAX_CHARACTERS) {
            return;
        }
        List<Map.Entry<String, String>> newestFirst = entries.entrySet().stream()
                .map(Map.Entry::copyOf)
                .sorted(Comparator.comparing(entry -> -CacheEntryCodec.checked(entry.getValue())))
                .toList();
        for (Map.Entry<String, String> entry : newestFirst) {
            characters += entry.getKey().length() + entry.getValue().length();
            if (++count > MAX_ENTRIES || characters > MAX_CHARACTERS) {
                entries.remove(entry.getKey());
            }
        }
    }

    private static long size(Map<String, String> entries) {
        return entries.entrySet().stream()
                .mapToLong(entry ->
                        (long) entry.getKey().length() + entry.getValue().length())
                .sum();
    }

    private void addNote(String problem) {
        if (note == null) {
            note = problem;
        }
    }
}
