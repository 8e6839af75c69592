// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import io.github.checklinks.json.JsonRows;
import io.github.checklinks.url.WebUrl;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A row of the file: an entry, or the end of the file. Each method throws {@link IllegalArgumentException} with the line. */
final class RecordRow {

    private static final String RECORDED = "recorded";
    private static final Set<String> OF_END = Set.of(RECORDED, "version");
    private static final Set<String> OF_ENTRY = Set.of(
            "url",
            "state",
            "rule",
            "detail",
            "status",
            "to",
            "since",
            "runs",
            "okSince",
            "reviewed.reason",
            "reviewed.until");

    private final JsonRows.Row row;
    private final Map<String, String> fields;
    private final Dates dates;

    /** Days by their texts: thousands of entries share a few. */
    static final class Dates {

        private final Map<String, LocalDate> known = new HashMap<>();

        LocalDate of(String text) {
            return known.computeIfAbsent(text, LocalDate::parse);
        }
    }

    RecordRow(JsonRows.Row row, Dates dates) {
        this.row = row;
        this.fields = row.fields();
        this.dates = dates;
    }

    /** Returns whether this is the last row, which is about the whole file. */
    boolean isEnd() {
        return !fields.containsKey("url") && (fields.containsKey("version") || fields.containsKey(RECORDED));
    }

    /** Returns the day of the last recorded run; null if there was none. */
    @Nullable
    LocalDate date() {
        checkFields(OF_END, "recorded, version");
        return date(RECORDED);
    }

    RecordEntry entry(Predicate<String> rules) {
        checkFields(OF_ENTRY, "url, state, rule, detail, status, to, since, runs, okSince, reviewed {reason, until}");
        String url = url();
        String state = fields.get("state");
        Review review = review();
        if (state == null) {
            if (review == null) {
                throw wrong("entry without \"state\"");
            }
            return new RecordEntry(url, null, 0, null, null, review);
        }
        LocalDate since = date("since");
        if (since == null) {
            throw wrong("entry without \"since\"");
        }
        return switch (state) {
            case "ok" -> new RecordEntry(url, since, number("status", 0), fields.get("to"), null, review);
            case "failing" -> new RecordEntry(url, since, 0, null, failure(rules), review);
            default -> throw wrong("state is \"" + state + "\"; supported are ok, failing");
        };
    }

    private String url() {
        String text = fields.get("url");
        if (text == null) {
            throw wrong("entry without \"url\"");
        }
        if (!(WebUrl.parse(text) instanceof WebUrl url) || !url.isHttp()) {
            throw wrong("url is \"" + text + "\"; an http or https URL is expected");
        }
        if (url.userinfo() != null) {
            throw wrong("the url on the host " + url.host() + " has a user name or password; a record has neither");
        }
        return url.href();
    }

    private Failure failure(Predicate<String> rules) {
        String rule = fields.get("rule");
        if (rule == null || !rules.test(rule)) {
            throw wrong(rule == null ? "failing entry without \"rule\"" : "\"" + rule + "\" is not a rule");
        }
        return new Failure(rule, fields.get("detail"), number("runs", 1), date("okSince"));
    }

    private @Nullable Review review() {
        String reason = fields.get("reviewed.reason");
        if (reason != null) {
            return new Review(reason, date("reviewed.until"));
        }
        if (fields.containsKey("reviewed.until")) {
            throw wrong("reviewed without \"reason\"");
        }
        return null;
    }

    private @Nullable LocalDate date(String field) {
        String text = fields.get(field);
        try {
            return text == null ? null : dates.of(text);
        } catch (DateTimeParseException noDate) {
            throw wrong(field + " is \"" + text + "\"; a date such as 2027-01-31 is expected");
        }
    }

    private int number(String field, int byDefault) {
        String text = fields.get(field);
        if (text == null) {
            return byDefault;
        }
        if (text.length() > 6 || !text.chars().allMatch(c -> c >= '0' && c <= '9') || text.isEmpty()) {
            throw wrong(field + " is \"" + text + "\"; a whole number is expected");
        }
        return Integer.parseInt(text);
    }

    private void checkFields(Set<String> known, String supported) {
        for (String field : fields.keySet()) {
            if (!known.contains(field)) {
                throw wrong("\"" + field + "\" is not a field of this entry; supported are " + supported);
            }
        }
    }

    private IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException("line " + row.line() + ": " + message);
    }
}
