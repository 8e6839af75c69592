// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import io.github.checklinks.crawl.cache.CacheKey;
import io.github.checklinks.url.WebUrl;
import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record after another run, from the record before it and what became of each URL that is linked now. URLs with user names, passwords
 * or other secrets are left out. Not thread-safe.
 */
public final class RecordBuilder {

    private final ExternalRecord before;
    private final LocalDate today;
    private final SortedMap<String, RecordEntry> entries = new TreeMap<>();

    /**
     * Creates a record without the URLs of the run.
     *
     * @param before the record before the run
     * @param today the day of the run, in UTC
     */
    public RecordBuilder(ExternalRecord before, LocalDate today) {
        this.before = before;
        this.today = today;
    }

    /** Returns whether a URL may be recorded: it contains no secret and does not look as if it did. */
    public static boolean isRecordable(String url) {
        return WebUrl.parse(url) instanceof WebUrl parsed
                && CacheKey.isCacheable(parsed)
                && !CacheKey.hasSecret(parsed.fragment());
    }

    /** Returns whether the result of a URL is still needed. */
    public boolean isMissing(String url) {
        return !entries.containsKey(url);
    }

    /**
     * Adds a URL that is good.
     *
     * @param status the status of a redirect, or one outside of 200 to 299; else 0
     * @param to where a redirect leads; null if there is none
     */
    public void addGood(String url, int status, @Nullable String to) {
        if (isRecordable(url)) {
            boolean leadsTo = to != null && isRecordable(to);
            entries.put(url, entry(url).good(to == null || leadsTo ? status : 0, leadsTo ? to : null, today));
        }
    }

    /**
     * Adds a URL that failed.
     *
     * @param rule the id of the rule that it breaks
     * @param detail the detail of the verdict; null if there is none
     */
    public void addFailed(String url, String rule, @Nullable String detail) {
        if (isRecordable(url)) {
            entries.put(url, entry(url).failed(rule, withoutSecret(detail), today, !today.equals(before.date())));
        }
    }

    /** Adds a URL as it was recorded before, because it was not requested. */
    public void keep(String url) {
        RecordEntry entry = before.find(url);
        if (entry != null) {
            entries.put(url, entry);
        }
    }

    private RecordEntry entry(String url) {
        return Objects.requireNonNullElseGet(before.find(url), () -> RecordEntry.unknown(url));
    }

    private static @Nullable String withoutSecret(@Nullable String detail) {
        boolean safe = detail == null
                || detail.indexOf('@') < 0 && !CacheKey.hasSecret(detail.substring(detail.indexOf('?') + 1));
        return safe ? detail : null;
    }

    /** Returns the record of the run. Reviewed URLs are kept even if no page links to them. */
    public ExternalRecord build() {
        SortedMap<String, RecordEntry> all = new TreeMap<>(entries);
        for (RecordEntry entry : before.entries()) {
            if (entry.review() != null) {
                all.putIfAbsent(entry.url(), entry);
            }
        }
        return new ExternalRecord(all, today);
    }
}
