// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.fetch.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCacheTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String URL = "https://a.org/";

    @TempDir
    Path temporary;

    private Path directory() {
        return temporary.resolve("repository/.cache/check-links");
    }

    private AnswerCache at(Instant now) {
        return at(now, Duration.ofDays(1));
    }

    private AnswerCache at(Instant now, Duration maxAge) {
        return new AnswerCache(new CacheSettings(directory(), maxAge, Clock.fixed(now, ZoneOffset.UTC)));
    }

    private static CacheEntry good(AnswerCache cache) {
        return new CacheEntry(cache.now(), 200, null, false, Validators.NONE, null);
    }

    private void put(Instant when, String... urls) {
        AnswerCache cache = at(when);
        for (String url : urls) {
            cache.put(url, good(cache));
        }
        cache.write();
        assertThat(cache.notes()).isEmpty();
    }

    private static boolean isFresh(AnswerCache cache) {
        CacheEntry known = cache.find(URL);
        return known != null && cache.isFresh(URL, known);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory())) {
            return files.sorted().toList();
        }
    }

    @Test
    void theNextRunFindsWhatWasStored() {
        put(NOON, URL);

        AnswerCache next = at(NOON.plusSeconds(60));

        assertThat(next.find(URL)).isNotNull().matches(known -> next.isFresh(URL, known));
        assertThat(next.find("https://b.org/")).isNull();
        assertThat(next.notes()).isEmpty();
    }

    @Test
    void anEntryIsFreshUntilItsLifetimeEnds() {
        put(NOON, URL);
        Duration lifetime = at(NOON).lifetime(URL);

        AnswerCache before = at(NOON.plus(lifetime).minusSeconds(1));
        AnswerCache after = at(NOON.plus(lifetime));

        assertThat(isFresh(before)).isTrue();
        assertThat(isFresh(after)).isFalse();
    }

    @Test
    void lifetimesAreBetweenThreeQuartersAndAllOfMaxAge() {
        AnswerCache cache = at(NOON);
        long quarters = 0;
        for (int i = 0; i < 1000; i++) {
            Duration lifetime = cache.lifetime("https://a.org/" + i);
            assertThat(lifetime).isBetween(Duration.ofHours(18), Duration.ofDays(1));
            quarters |= 1L << (lifetime.toMinutes() - 18 * 60) / 90;
        }

        assertThat(quarters & 15).as("each quarter of the range has some").isEqualTo(15);
        assertThat(cache.lifetime(URL)).isEqualTo(at(NOON.plusSeconds(9)).lifetime(URL));
    }

    @Test
    void withAMaxAgeOfZeroNothingIsFresh() {
        put(NOON, URL);

        AnswerCache next = at(NOON, Duration.ZERO);

        assertThat(isFresh(next)).isFalse();
    }

    @Test
    void anEntryFromTheFutureIsNotFresh() {
        put(NOON.plus(Duration.ofDays(400)), URL);

        AnswerCache next = at(NOON);

        assertThat(isFresh(next)).isFalse();
    }

    @Test
    void aFailureRemovesTheEntry() {
        put(NOON, URL, "https://b.org/");
        AnswerCache cache = at(NOON.plusSeconds(1));
        cache.find(URL);
        cache.drop(URL);
        cache.write();

        assertThat(at(NOON).find(URL)).isNull();
        assertThat(at(NOON).find("https://b.org/")).isNotNull();
    }

    @Test
    void entriesOfOtherProcessesAreKept() {
        AnswerCache slow = at(NOON);
        slow.find(URL);
        put(NOON.plusSeconds(1), "https://b.org/");
        slow.put(URL, good(slow));
        slow.write();

        assertThat(at(NOON).find(URL)).isNotNull();
        assertThat(at(NOON).find("https://b.org/")).isNotNull();
    }

    @Test
    void concurrentWritersLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<String>>> writers = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String url = "https://a.org/" + i;
                writers.add(() -> {
                    AnswerCache cache = at(NOON);
                    cache.put(url, good(cache));
                    cache.write();
                    return cache.notes();
                });
            }
            for (Future<List<String>> each : threads.invokeAll(writers)) {
                assertThat(each.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }

        AnswerCache all = at(NOON);
        for (int i = 0; i < 24; i++) {
            assertThat(all.find("https://a.org/" + i)).as("%d", i).isNotNull();
        }
        assertThat(files()).extracting(file -> file.getFileName().toString()).containsExactly("answers-1.txt", "lock");
    }

    @Test
    void entriesUnusedForAMonthAreRemoved() throws IOException {
        put(NOON, URL);
        put(NOON.plus(Duration.ofDays(30)), "https://b.org/");
        assertThat(at(NOON).find(URL)).isNotNull();

        put(NOON.plus(Duration.ofDays(32)), "https://c.org/");

        assertThat(at(NOON).find(URL)).isNull();
        assertThat(at(NOON).find("https://b.org/")).isNotNull();
    }

    @Test
    void theNewestEntriesAreKept() {
        AnswerCache cache = at(NOON);
        for (int i = 0; i < 50_000; i++) {
            cache.put("https://a.org/" + i, good(cache));
        }
        cache.write();
        put(NOON.plusSeconds(5), URL);

        long kept = 0;
        AnswerCache next = at(NOON);
        for (int i = 0; i < 50_000; i++) {
            kept += next.find("https://a.org/" + i) == null ? 0 : 1;
        }
        assertThat(next.find(URL)).isNotNull();
        assertThat(kept).isEqualTo(49_999);
    }

    @Test
    void aFileOfAnotherFormatIsDiscardedWithOneNote() throws IOException {
        for (String text : List.of("", "rubbish", "{\"a\": 1}\n", "\u0000\u0001\n")) {
            Files.createDirectories(directory());
            Files.writeString(directory().resolve("answers-1.txt"), text);

            AnswerCache cache = at(NOON);
            assertThat(cache.find(URL)).isNull();
            assertThat(cache.find(URL)).isNull();
            assertThat(cache.notes()).singleElement().asString().contains("answers-1.txt", "damaged");

            put(NOON, URL);
            assertThat(at(NOON).find(URL)).isNotNull();
        }
    }

    @Test
    void aTruncatedFileIsDiscarded() throws IOException {
        put(NOON, URL, "https://b.org/", "https://c.org/");
        Path file = directory().resolve("answers-1.txt");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 9));

        AnswerCache cache = at(NOON);

        assertThat(cache.find(URL)).isNull();
        assertThat(cache.notes()).hasSize(1);
    }

    @Test
    void aCacheThatCannotBeWrittenYieldsOneNote() throws IOException {
        Files.createDirectories(directory().getParent());
        Files.writeString(directory(), "a file where the directory should be");

        AnswerCache cache = at(NOON);
        assertThat(cache.find(URL)).isNull();
        cache.put(URL, good(cache));
        cache.write();

        assertThat(cache.notes()).singleElement().asString().contains("cache", "answers-1.txt");
    }

    @Test
    void nothingIsWrittenWithoutNewEntries() {
        AnswerCache cache = at(NOON);
        cache.find(URL);
        cache.drop(URL);
        cache.write();

        assertThat(directory()).doesNotExist();
    }

    @Test
    void theFileIsSortedTextWithAUrlPerLine() throws IOException {
        put(NOON, "https://b.org/", URL);

        assertThat(Files.readAllLines(directory().resolve("answers-1.txt")))
                .containsExactly(
                        "check-links remembers good answers of other sites",
                        "https://a.org/\t1795348800\t200\t\t\t\t\t\t",
                        "https://b.org/\t1795348800\t200\t\t\t\t\t\t");
    }
}
