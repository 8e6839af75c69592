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

/** Broken links that are known: page and text, with the rule they broke, a reason and a last day. Immutable. */
public final class Baseline {

    /** Knows nothing. */
    public static final Baseline EMPTY = new Baseline(Map.of(), Map.of(), true);

    private static final Set<String> FIELDS = Set.of("page", "text", "rule", "reason", "until");

    /** What identifies a known link. */
    public record Key(String page, String text) implements Comparable<Key> {

        /** Of no meaning but for a map, which searches many keys with one hash code by their order. */
        @Override
        public int compareTo(Key other) {
            int order = page.compareTo(other.page);
            return order != 0 ? order : text.compareTo(other.text);
        }
    }

    /**
     * A known link.
     *
     * @param until the last day it is tolerated, in UTC; null for no end
     */
    public record Entry(
            String rule, @Nullable String reason, @Nullable LocalDate until) {}

    private final Map<Key, Entry> entries;
    private final Map<Key, Integer> lines;
    private final boolean mutes;

    private Baseline(Map<Key, Entry> entries, Map<Key, Integer> lines, boolean mutes) {
        this.entries = entries;
        this.lines = lines;
        this.mutes = mutes;
    }

    /**
     * Reads the file.
     *
     * @return {@link #EMPTY} when there is no such file
     * @throws IllegalArgumentException when it is no baseline; the message names the file, the place and the way out
     */
    public static Baseline read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return EMPTY;
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "<baseline> " + file + " is a directory; name the file in it, such as check-links-baseline.json");
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
                        + "\" is no field of an entry; allowed are page, text, rule, reason, until");
            }
        }
        String rule = required(row, "rule");
        if (Rule.of(rule).isEmpty()) {
            throw new IllegalArgumentException("line " + row.line() + ": \"" + rule + "\" is no rule");
        }
        Key key = key(required(row, "page"), required(row, "text"));
        entries.put(key, new Entry(rule, fields.get("reason"), until(row)));
        return key;
    }

    private static String required(JsonRows.Row row, String field) {
        String value = row.fields().get(field);
        if (value == null) {
            throw new IllegalArgumentException("line " + row.line() + ": an entry without \"" + field + "\"");
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

    /** The same entries, which mute nothing, but are still found to be needed or not: for a check that asks what is broken today. */
    public Baseline asReminder() {
        return new Baseline(entries, lines, false);
    }

    /** Whether what is known is muted. */
    public boolean mutes() {
        return mutes;
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The key under which a link would be known. */
    public static Key key(String page, String text) {
        return new Key(page, Redaction.url(text));
    }

    /** The entry of a key; null when it is not known. */
    @Nullable
    public Entry find(Key key) {
        return entries.get(key);
    }

    /** The line of the file where the entry of a key begins; 0 when there is none. */
    public int line(Key key) {
        return lines.getOrDefault(key, 0);
    }

    /** Every key, in the order of the file. */
    public List<Key> keys() {
        return List.copyOf(entries.keySet());
    }
}
