// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.record.FailAfter;
import io.github.checklinks.check.record.RecordSettings;
import io.github.checklinks.crawl.record.Asking;
import io.github.checklinks.crawl.record.ExternalRecord;
import io.github.checklinks.crawl.record.RecordEntry;
import io.github.checklinks.crawl.record.RecordFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fixture with a page whose links lead to a loopback server, a record of them, and a clock that is set. */
abstract class RecordTrial extends LoopbackTrial {

    static final LocalDate FIRST = LocalDate.of(2026, 11, 20);

    final List<String> links = new ArrayList<>();
    FailAfter failAfter = FailAfter.AT_ONCE;

    Path file() {
        return temporary.resolve("check-links-external.json");
    }

    RecordSettings settings(Asking asking, int day) throws IOException {
        RecordFile file = new RecordFile(file());
        return new RecordSettings(
                file,
                file.read(rule -> true),
                asking,
                failAfter,
                Duration.ofDays(30),
                Clock.fixed(FIRST.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    /** Returns a new check of a page with the links. */
    Trial trial(Asking asking, int day) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String link : links) {
            body.append("<a href=\"").append(absolute(link)).append("\">x</a>\n");
        }
        return new Trial(temporary)
                .page("index.html", body.toString())
                .askingOutside()
                .external(settings(asking, day));
    }

    String absolute(String link) {
        return link.startsWith("/") ? server.url(link) : link;
    }

    TrialResult check(Asking asking, int day) throws Exception {
        return trial(asking, day).run();
    }

    /** Runs as the goal record on a day. */
    String recordOn(int day) throws IOException {
        return trial(Asking.ALL, day).recordExternalLinks();
    }

    ExternalRecord recorded() throws IOException {
        return new RecordFile(file()).read(rule -> true);
    }

    @Nullable
    RecordEntry entry(String link) throws IOException {
        return recorded().find(absolute(link));
    }

    String text() throws IOException {
        return Files.readString(file());
    }
}
