// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import io.github.checklinks.json.JsonRows;
import io.github.checklinks.json.JsonWriter;
import io.github.checklinks.text.AtomicFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file of a record, made for version control: a JSON array with one entry a line, sorted by URL, so that a run changes only the
 * lines of URLs with news. The last row has the day of the run. It is apart from the entries, each of which ends with a comma, so that
 * branches that add URLs change no common line.
 */
public final class RecordFile {

    static final int VERSION = 1;

    private static final Pattern VERSION_FIELD = Pattern.compile("\"version\"\\s*:\\s*\"?(\\d{1,9})");

    private final Path file;

    public RecordFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    /** Returns whether the file exists. */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Reads the file.
     *
     * @param rules accepts the ids of rules
     * @return {@link ExternalRecord#EMPTY} if the file does not exist
     * @throws IllegalArgumentException if it is not a valid record; the message gives the file, the line and what to do
     */
    public ExternalRecord read(Predicate<String> rules) throws IOException {
        if (!exists()) {
            return ExternalRecord.EMPTY;
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("<externalRecord> " + file
                    + " is a directory; specify a file in it, such as check-links-external.json");
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            checkVersion(text);
            return record(text, rules);
        } catch (CharacterCodingException wrong) {
            throw new IllegalArgumentException("<externalRecord> " + file + " is not UTF-8; save it as UTF-8");
        }
    }

    /** Looks for the version without parsing, because a later version may have another structure. */
    private void checkVersion(String text) {
        int field = text.lastIndexOf("\"version\"");
        Matcher version = VERSION_FIELD.matcher(text);
        if (field >= 0 && version.find(field) && Integer.parseInt(version.group(1)) > VERSION) {
            long line = text.substring(0, field).chars().filter(c -> c == '\n').count() + 1;
            throw new IllegalArgumentException("<externalRecord> " + file + ", line " + line
                    + ": the record was written by a later version of this plugin (format " + version.group(1)
                    + "); update the plugin, or restore an earlier state of the file");
        }
    }

    private ExternalRecord record(String text, Predicate<String> rules) throws IOException {
        Map<String, RecordEntry> entries = new HashMap<>(text.length() / 64);
        RecordRow.Dates dates = new RecordRow.Dates();
        List<Map<String, String>> others = WrittenRows.read(text, dates, entries);
        if (others != null) {
            try {
                return read(
                        others.stream()
                                .map(fields -> new JsonRows.Row(0, fields))
                                .toList(),
                        rules,
                        dates,
                        entries);
            } catch (IllegalArgumentException wrong) {
                // Below, all is read as JSON, and the message gives the line.
            }
        }
        try {
            return read(JsonRows.nestedRows(new StringReader(text)), rules, dates, new HashMap<>());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("<externalRecord> " + file + " is not a valid record: "
                    + wrong.getMessage() + "; fix it, or delete it and run mvn check-links:record");
        }
    }

    /** Reads rows in addition to entries that were read before. */
    private static ExternalRecord read(
            List<JsonRows.Row> rows, Predicate<String> rules, RecordRow.Dates dates, Map<String, RecordEntry> entries) {
        Map<String, Integer> lines = new HashMap<>();
        LocalDate date = null;
        for (JsonRows.Row each : rows) {
            RecordRow row = new RecordRow(each, dates);
            if (row.isEnd()) {
                date = row.date();
                continue;
            }
            RecordEntry entry = row.entry(rules);
            Integer before = lines.put(entry.url(), each.line());
            if (entries.put(entry.url(), entry) != null) {
                throw new IllegalArgumentException("line " + each.line() + ": " + entry.url()
                        + " occurs twice, first in line " + before + "; remove one of them");
            }
        }
        return new ExternalRecord(entries, date);
    }

    /**
     * Writes a record atomically.
     *
     * @return whether the file was written: a file with the same content is left unchanged
     */
    public boolean write(ExternalRecord externalRecord) throws IOException {
        String text = text(externalRecord);
        boolean there = exists();
        if (there && text.equals(Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n"))) {
            return false;
        }
        // A symbolic link remains one: the file it leads to is replaced.
        AtomicFile.write(there ? file.toRealPath() : file.toAbsolutePath(), text, StandardCharsets.UTF_8);
        return true;
    }

    private static String text(ExternalRecord externalRecord) {
        StringWriter rows = new StringWriter();
        try (JsonWriter json = JsonWriter.pretty(rows)) {
            for (RecordEntry entry : externalRecord.entries()) {
                write(entry, json);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        StringBuilder text = new StringBuilder("[\n");
        rows.toString().lines().forEach(row -> text.append("  ").append(row).append(",\n"));
        LocalDate date = externalRecord.date();
        return text.append("\n  {")
                .append(date == null ? "" : "\"recorded\": \"" + date + "\", ")
                .append("\"version\": ")
                .append(VERSION)
                .append("}\n]\n")
                .toString();
    }

    private static void write(RecordEntry entry, JsonWriter json) throws IOException {
        Failure failure = entry.failure();
        json.row().field("url", entry.url());
        if (entry.since() != null) {
            json.field("state", failure == null ? "ok" : "failing");
        }
        if (failure != null) {
            json.field("rule", failure.rule()).optional("detail", failure.detail());
        }
        json.optional("status", entry.status()).optional("to", entry.to()).optional("since", text(entry.since()));
        if (failure != null) {
            json.field("runs", failure.runs()).optional("okSince", text(failure.okSince()));
        }
        Review review = entry.review();
        if (review != null) {
            json.object("reviewed")
                    .field("reason", review.reason())
                    .optional("until", text(review.until()))
                    .end();
        }
        json.end();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
