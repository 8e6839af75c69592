// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a check reads each file of a site, as recorded by Flight Recorder. */
class ReadOnceTest {

    private static final int PAGES = 200;

    @TempDir
    Path directory;

    private Trial site(String onEachPage) throws IOException {
        Trial trial = new Trial(directory);
        for (int i = 0; i < PAGES; i++) {
            String next = "page-" + (i + 1) % PAGES + ".html";
            trial.page("page-" + i + ".html", "<p id=a><a href=" + next + "#a>x</a><a href=#a>x</a>" + onEachPage);
        }
        return trial;
    }

    /** Returns how often each file of the site was read completely. */
    private Map<String, Long> readings(Trial trial) throws Exception {
        Path site = directory.resolve("site").toRealPath();
        Map<String, Long> bytes = new TreeMap<>();
        Path events = directory.resolve("events.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileRead").withThreshold(Duration.ZERO).withoutStackTrace();
            recording.start();
            trial.run();
            recording.stop();
            recording.dump(events);
        }
        for (RecordedEvent event : RecordingFile.readAllEvents(events)) {
            Path path = event.getEventType().getName().equals("jdk.FileRead")
                    ? Path.of(event.getString("path"))
                    : directory;
            if (path.startsWith(site) || path.startsWith(directory.resolve("site"))) {
                bytes.merge(path.getFileName().toString(), Math.max(0, event.getLong("bytesRead")), Long::sum);
            }
        }
        for (Map.Entry<String, Long> entry : bytes.entrySet()) {
            long size = Files.size(site.resolve(entry.getKey()));
            assertThat(entry.getValue() % size).as(entry.getKey()).isZero();
            entry.setValue(entry.getValue() / size);
        }
        return bytes;
    }

    @Test
    void aSoundSiteIsReadOnce() throws Exception {
        Map<String, Long> readings = readings(site("").withoutLedger());

        assertThat(readings).hasSize(PAGES);
        assertThat(readings.values()).containsOnly(1L);
    }

    @Test
    void aMissingFileOnEachPageNeedsOneOfThemAgainToSayWhoMadeIt() throws Exception {
        Map<String, Long> readings = readings(site("<a href=absent.html>x</a>").withoutLedger());

        assertThat(readings).hasSize(PAGES);
        assertThat(readings.remove("page-0.html")).isEqualTo(2);
        assertThat(readings.values()).containsOnly(1L);
    }

    @Test
    void onlyAPageThatNamesAMissingAnchorAndTheOneThatLacksItAreReadAgain() throws Exception {
        Trial trial =
                site("").withoutLedger().page("index.html", "<a href=page-7.html#aa>x</a><a href=page-7.html#ab>x</a>");

        Map<String, Long> readings = readings(trial);

        assertThat(readings).hasSize(PAGES + 1);
        // Once only if the page with the anchors happened to be read first.
        assertThat(readings.remove("index.html")).isBetween(1L, 2L);
        assertThat(readings.remove("page-7.html")).isEqualTo(2);
        assertThat(readings.values()).containsOnly(1L);
    }

    @Test
    void withTheLedgerOnlyAPageThatLacksAnAnchorIsReadAgain() throws Exception {
        Trial trial = site("").page("index.html", "<a href=page-7.html#aa>x</a><a href=page-7.html#ab>x</a>");

        Map<String, Long> readings = readings(trial);

        assertThat(readings).hasSize(PAGES + 1);
        assertThat(readings.remove("page-7.html")).isEqualTo(2);
        assertThat(readings.values()).containsOnly(1L);
    }
}
