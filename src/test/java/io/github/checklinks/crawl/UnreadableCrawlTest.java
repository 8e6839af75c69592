// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.hint.HintLookup;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Files that change while a site is read. */
class UnreadableCrawlTest extends BuiltSite {

    /** A change to the site that occurs before a thread reads for the n-th time. */
    @FunctionalInterface
    private interface Change {
        void apply() throws IOException;
    }

    private Facts crawl(int reading, Change change) throws IOException {
        plans.keepAll = false;
        try (OneThread executor = new OneThread(reading, change);
                Crawl crawl = new Crawl(plans.plan(), executor, 1, plans.progress)) {
            return crawl.run();
        }
    }

    private static final class OneThread extends ThreadPoolExecutor implements AutoCloseable {

        private final int reading;
        private final Change change;
        private int readings;

        OneThread(int reading, Change change) {
            super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
            this.reading = reading;
            this.change = change;
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            if (++readings == reading) {
                try {
                    change.apply();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }

        @Override
        public void close() {
            shutdownNow();
        }
    }

    private static Outcome failed(String reason) {
        return new Outcome.Failed(FailureCause.UNREADABLE_FILE, reason, 0, 1);
    }

    @Test
    void aPageThatVanishesBeforeItIsReadIsUnreadable() throws Exception {
        page("index.html", "<a href=a.html>x</a><a href=b.html>x</a>");
        page("a.html", "");
        page("b.html", "<a href=a.html#x>x</a>");

        Facts facts = crawl(1, () -> Files.delete(directory.resolve("site/a.html")));

        assertThat(CrawlOutcomes.outcome(facts, BASE + "a.html")).isEqualTo(failed("it is no longer there"));
        assertThat(CrawlOutcomes.outcome(facts, BASE + "b.html")).isEqualTo(new Outcome.Answered(200, 1));
        assertThat(facts.pages()).isEqualTo(2);
        assertThat(facts.unreadable().pageCount()).isEqualTo(1);
        assertThat(facts.stopReason()).isEmpty();
    }

    @Test
    void aPageThatBecomesADirectoryIsUnreadable() throws Exception {
        page("index.html", "");
        page("a.html", "");

        Facts facts = crawl(1, () -> {
            Files.delete(directory.resolve("site/a.html"));
            Files.createDirectory(directory.resolve("site/a.html"));
        });

        assertThat(facts.pages()).isEqualTo(1);
        assertThat(facts.unreadable().pageCount()).isEqualTo(1);
    }

    @Test
    void aPageThatVanishesBeforeItIsReadAgainIsUnreadable() throws Exception {
        page("index.html", "<a href=a.html#missing>x</a>");
        page("a.html", "<a href=index.html>x</a>");

        Facts facts = crawl(2, () -> Files.delete(directory.resolve("site/index.html")));

        assertThat(CrawlOutcomes.outcome(facts, BASE + "index.html")).isEqualTo(failed("it is no longer there"));
        assertThat(facts.unreadable().pageCount()).isEqualTo(1);
        assertThat(facts.stopReason()).isEmpty();
    }

    @Test
    void aPageThatIsCutBeforeItIsReadAgainEndsWhereItEnds() throws Exception {
        page("index.html", "<a href=a.html#missing>x</a>".repeat(100));
        page("a.html", "");

        Facts facts = crawl(2, () -> page("index.html", "<a href=a.html#missing>x</a><a hre"));

        assertThat(facts.unreadable().pageCount()).isZero();
        assertThat(CrawlOutcomes.links(facts, "index.html")).hasSize(1);
    }

    @Test
    void aPageThatVanishesBeforeAHintIsWantedHasNoAnchorsLeft() throws Exception {
        page("index.html", "<a href=a.html>x</a>");
        page("a.html", "<p id=one>");
        HintLookup hintLookup = new HintLookup(plans.run());
        HintLookup.Found found = Objects.requireNonNull(hintLookup.find(WebUrl.ofSerialised(BASE + "a.html")));
        Files.delete(directory.resolve("site/a.html"));

        assertThat(hintLookup.anchorNames(found.file())).isEqualTo(List.of());
    }
}
