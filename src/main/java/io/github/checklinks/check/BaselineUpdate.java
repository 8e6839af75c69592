// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.policy.Baseline;
import io.github.checklinks.json.JsonWriter;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Site;
import io.github.checklinks.text.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The new content of a baseline: the links that are broken now, and those that could not be checked again, with the reasons and
 * expiry dates of existing entries.
 */
public final class BaselineUpdate {

    private static final Comparator<Baseline.Key> ORDER = Comparator.comparing(
                    Baseline.Key::page, ReadingOrder.BY_CODE_POINTS)
            .thenComparing(Baseline.Key::text, ReadingOrder.BY_CODE_POINTS);

    private final Map<Baseline.Key, Baseline.Entry> entries;
    private final Baseline old;
    private final LocalDate today;

    private BaselineUpdate(Map<Baseline.Key, Baseline.Entry> entries, Baseline old, LocalDate today) {
        this.entries = entries;
        this.old = old;
        this.today = today;
    }

    static BaselineUpdate of(Baseline old, CheckResult result, Suppressions suppressions, Site site) {
        Map<Baseline.Key, Baseline.Entry> entries = new TreeMap<>(ORDER);
        for (Baseline.Key key : old.keys()) {
            Baseline.Entry entry = old.find(key);
            // Skipped this time, as with -o, or on a page that was excluded: it is unknown whether the link was fixed.
            if (entry != null
                    && (suppressions.isNeeded(key) || !suppressions.isUnneeded(key) && isThere(site, key.page()))) {
                entries.put(key, entry);
            }
        }
        for (Finding finding : result.findings()) {
            if (finding.severity() == Severity.ERROR) {
                for (Link link : finding.links()) {
                    Baseline.Key key =
                            Baseline.key(link.page(), link.reference().text());
                    Baseline.Entry known = old.find(key);
                    entries.put(
                            key,
                            known == null
                                    ? new Baseline.Entry(finding.rule().id(), null, null)
                                    : new Baseline.Entry(finding.rule().id(), known.reason(), known.until()));
                }
            }
        }
        return new BaselineUpdate(entries, old, LocalDate.ofInstant(result.started(), ZoneOffset.UTC));
    }

    private static boolean isThere(Site site, String page) {
        try {
            return site instanceof Site.Built built
                    && Files.exists(built.directory().resolve(page));
        } catch (InvalidPathException noFile) {
            return false;
        }
    }

    /** Returns the number of entries that remain. */
    public long kept() {
        return entries.keySet().stream().filter(key -> old.find(key) != null).count();
    }

    /** Returns the number of new entries. */
    public long added() {
        return entries.size() - kept();
    }

    /** Returns the number of entries that are no longer needed. */
    public long removed() {
        return old.keys().size() - kept();
    }

    /** Returns the number of remaining entries that have expired and so suppress nothing. */
    public long expired() {
        return entries.values().stream()
                .filter(entry -> entry.until() != null && today.isAfter(entry.until()))
                .count();
    }

    /**
     * Writes the file atomically.
     *
     * @return whether the file was written: a file with the same content is left unchanged, and no file is created without entries
     */
    public boolean write(Path file) throws IOException {
        String text = text();
        boolean there = Files.exists(file);
        if (there ? same(text, Files.readString(file, StandardCharsets.UTF_8)) : entries.isEmpty()) {
            return false;
        }
        // A symbolic link remains one: the file it leads to is replaced.
        AtomicFile.write(there ? file.toRealPath() : file.toAbsolutePath(), text, StandardCharsets.UTF_8);
        return true;
    }

    /** Returns whether a file has the given text, apart from line ends that version control may have changed. */
    private static boolean same(String text, String file) {
        return text.equals(file.replace("\r\n", "\n"));
    }

    private String text() {
        StringWriter text = new StringWriter();
        try (JsonWriter json = JsonWriter.pretty(text)) {
            json.array();
            for (Map.Entry<Baseline.Key, Baseline.Entry> each : entries.entrySet()) {
                LocalDate until = each.getValue().until();
                json.row()
                        .field("page", each.getKey().page())
                        .field("text", each.getKey().text())
                        .field("rule", each.getValue().rule())
                        .optional("reason", each.getValue().reason())
                        .optional("until", until == null ? null : until.toString())
                        .end();
            }
            json.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
