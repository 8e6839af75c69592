// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import io.github.checklinks.json.JsonRows;
import io.github.checklinks.model.Rule;
import io.github.checklinks.url.Redaction;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The known broken links, identified by page and text, each with its rule, a reason and an expiry date. Immutable. */
public final class Baseline {

    /** A baseline without entries. */
    public static final Baseline EMPTY = new Baseline(Map.of(), Map.of(), true);

    private static final Set<String> FIELDS = Set.of("page", "text", "rule", "reason", "until");

    /** The identity of a known link. */
    public record Key(String page, String text) implements Comparable<Key> {

        /** Comparable only because {@code HashMap} then searches keys with equal hash codes in logarithmic time. */
        @Override
        public int compareTo(Key other) {
            int order = page.compareTo(other.page);
            return order != 0 ? order : text.compareTo(other.text);
        }
    }

    /**
     * A known link.
     *
     * @param until the last day on which it is suppressed, in UTC; null for no expiry
     */
    public record Entry(
            String rule, @Nullable String reason, @Nullable LocalDate until) {}

    private final Map<Key, Entry> entries;
    private final Map<Key, Integer> lines;
    private final boolean suppresses;

    private Baseline(Map<Key, Entry> entries, Map<Key, Integer> lines, boolean suppresses) {
        this.entries = entries;
        this.lines = lines;
        this.suppresses = suppresses;
    }

    /**
     * Reads a baseline file.
     *
     * @return {@link #EMPTY} if the file does not exist
     * @throws IllegalArgumentException if it is not a valid baseline; the message gives the file, the line and what to do
     */
    public static Baseline read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return EMPTY;
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "<baseline> " + file + " is a directory; specify a file in it, such as check-links-baseline.json");
        }
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Map<Key, Entry> entries = new LinkedHashMap<>();
            Map<Key, Integer> lines = new HashMap<>();
            for (JsonRows.Row row : JsonRows.rows(in)) {
                lines.put(add(entries, row), row.line());
            }
            return new Baseline(entries, lines, true);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("<baseline> " + file + " is not a valid baseline: " + wrong.getMessage()
                    + "; fix it, or delete it to start over");
        } catch (CharacterCodingException wrong) {
            throw new IllegalArgumentException("<baseline> " + file + " is not UTF-8; save it as UTF-8");
        }
    }

    private static Key add(Map<Key, Entry> entries, JsonRows.Row row) {
        Map<String, String> fields = row.fields();
        for (String field : fields.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("line " + row.line() + ": \"" + field
                        + "\" is not a field of an entry; supported are page, text, rule, reason, until");
            }
        }
        String rule = required(row, "rule");
        if (Rule.of(rule).isEmpty()) {
            throw new IllegalArgumentException("line " + row.line() + ": \"" + rule + "\" is not a rule");
        }
        Key key = key(required(row, "page"), required(row, "text"));
        entries.put(key, new Entry(rule, fields.get("reason"), until(row)));
        return key;
    }

    private static String required(JsonRows.Row row, String field) {
        String value = row.fields().get(field);
        if (value == null) {
            throw new IllegalArgumentException("line " + row.line() + ": entry without \"" + field + "\"");
        }
        return value;
    }

    private static @Nullable LocalDate until(JsonRows.Row row) {
        String until = row.fields().get("until");
        try {
            return until == null ? null : LocalDate.parse(until);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "line " + row.line() + ": until is \"" + until + "\"; a date such as 2027-01-31 is expected");
        }
    }

    /** Returns a baseline with the same entries that suppresses nothing, but still records which entries are needed: for a check that finds everything that is broken. */
    public Baseline withoutSuppression() {
        return new Baseline(entries, lines, false);
    }

    /** Returns whether known links are suppressed. */
    public boolean suppresses() {
        return suppresses;
    }

    /** Returns whether there are no entries. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Returns the key of a link. */
    public static Key key(String page, String text) {
        return new Key(page, Redaction.url(text));
    }

    /** Returns the entry of a key; null if there is none. */
    @Nullable
    public Entry find(Key key) {
        return entries.get(key);
    }

    /** Returns the line of the file at which the entry of a key begins; 0 if there is none. */
    public int line(Key key) {
        return lines.getOrDefault(key, 0);
    }

    /** Returns all keys in the order of the file. */
    public List<Key> keys() {
        return List.copyOf(entries.keySet());
    }
}
