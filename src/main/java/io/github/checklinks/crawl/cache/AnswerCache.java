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
 * The good answers of other sites that earlier runs got, by address without fragment. Read when the first is asked for, written at
 * the end of a run. A failure is never in it: an address that fails is taken out. For one thread.
 */
public final class AnswerCache {

    /** So long after its time an answer is still good for asking whether anything changed; then nobody seems to link there any more. */
    private static final Duration UNSEEN = Duration.ofDays(30);

    /** A clock may be a little ahead of another machine's. */
    private static final long AHEAD = 300;

    private static final int MOST = 50_000;
    private static final long MOST_CHARACTERS = 32L << 20;

    private final CacheSettings settings;
    private final CacheFile file;
    private final long now;
    private final Map<String, String> good = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private @Nullable Map<String, String> lines;
    private @Nullable String note;

    /** A cache that is not read yet. */
    public AnswerCache(CacheSettings settings) {
        this.settings = settings;
        this.file = new CacheFile(settings.directory());
        this.now = settings.clock().instant().getEpochSecond();
    }

    /** What is wrong with the cache, one sentence at most; empty when nothing is. */
    public List<String> notes() {
        return note == null ? List.of() : List.of(note);
    }

    /** Seconds since 1970, the same for the whole run. */
    public long now() {
        return now;
    }

    /** What is remembered of an address, however old; null when nothing is. */
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
                tell("the cache " + file.path() + " is damaged; it is dropped and begun anew");
            }
            return read.lines();
        } catch (IOException unreadable) {
            tell("the cache " + file.path() + " cannot be read: " + FileTrouble.reason(unreadable));
            return Map.of();
        }
    }

    /** Whether what is remembered of an address still counts without asking. */
    public boolean isFresh(String url, CacheEntry cacheEntry) {
        long age = now - cacheEntry.checked();
        return age >= -AHEAD && age < lifetime(url).toSeconds();
    }

    /** The address's own share of the time: all of it or up to a quarter less, so that what was asked at once is not due at once. */
    Duration lifetime(String url) {
        int mixed = url.hashCode() * 0x9E3779B1;
        Duration quarter = settings.maxAge().dividedBy(4);
        return settings.maxAge().minus(quarter.multipliedBy(mixed >>> 16).dividedBy(1 << 16));
    }

    /** Remembers a good answer. */
    public void keep(String url, CacheEntry cacheEntry) {
        good.put(url, CacheEntryCodec.write(cacheEntry));
        failed.remove(url);
    }

    /** Takes out an address that failed, given without fragment. */
    public void drop(String url) {
        good.remove(url);
        failed.add(url);
    }

    /** Writes what this run learnt, together with what others wrote meanwhile. */
    public void write() {
        boolean known = lines != null && failed.stream().anyMatch(lines::containsKey);
        if (good.isEmpty() && !known) {
            return;
        }
        try {
            file.update(this::merge);
        } catch (IOException | SecurityException refused) {
            tell("the cache " + file.path() + " cannot be written: " + FileTrouble.reason(refused));
        }
    }

    private boolean merge(Map<String, String> there) {
        good.forEach((url, line) -> there.merge(
                url, line, (old, ours) -> CacheEntryCodec.checked(old) > CacheEntryCodec.checked(ours) ? old : ours));
        failed.forEach(
                url -> there.computeIfPresent(url, (same, old) -> CacheEntryCodec.checked(old) > now ? old : null));
        long horizon = now - settings.maxAge().plus(UNSEEN).toSeconds();
        there.values().removeIf(line -> CacheEntryCodec.checked(line) < horizon);
        shrink(there);
        return true;
    }

    /** The newest stay. */
    private static void shrink(Map<String, String> there) {
        long characters = 0;
        int count = 0;
        if (there.size() <= MOST && size(there) <= MOST_CHARACTERS) {
            return;
        }
        List<Map.Entry<String, String>> newest = there.entrySet().stream()
                .map(Map.Entry::copyOf)
                .sorted(Comparator.comparing(entry -> -CacheEntryCodec.checked(entry.getValue())))
                .toList();
        for (Map.Entry<String, String> entry : newest) {
            characters += entry.getKey().length() + entry.getValue().length();
            if (++count > MOST || characters > MOST_CHARACTERS) {
                there.remove(entry.getKey());
            }
        }
    }

    private static long size(Map<String, String> there) {
        return there.entrySet().stream()
                .mapToLong(entry ->
                        (long) entry.getKey().length() + entry.getValue().length())
                .sum();
    }

    private void tell(String trouble) {
        if (note == null) {
            note = trouble;
        }
    }
}
