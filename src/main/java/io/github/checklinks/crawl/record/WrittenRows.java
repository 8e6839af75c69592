// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a record that has the lines in which it is written, read without a JSON parser: that is not compiled yet when a build
 * starts, and needs several times as long for the tens of thousands of good URLs that a record may have.
 */
final class WrittenRows {

    private static final String START = "  {\"url\": \"";
    private static final String OK = "\", \"state\": \"ok\", \"since\": \"";
    private static final String END = "\"},";
    private static final int DAY = "2027-01-31".length();

    /** A field with what follows it. */
    private static final Pattern FIELD =
            Pattern.compile("\"([a-zA-Z]+)\": (?:\"([^\"\\\\\\x00-\\x1F]*+)\"|(0|[1-9]\\d*+))(?:, (?=\")|\\}$)");

    /** Whether each ASCII character may be part of a path or a query that needs no encoding. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (int c = 'a'; c <= 'z'; c++) {
            PLAIN[c] = true;
            PLAIN[c + 'A' - 'a'] = true;
        }
        "0123456789./-_=&+,;:!$()*~@%?".chars().forEach(c -> PLAIN[c] = true);
    }

    private final String text;

    /** The text in ISO 8859-1, in which the characters of a plain URL are themselves. */
    private final byte[] bytes;

    private final RecordRow.Dates dates;
    /** The last day that was read; at first one that no row has. */
    private String lastDay = "-";

    private LocalDate lastSince = LocalDate.EPOCH;
    private final List<Map<String, String>> others = new ArrayList<>();

    private WrittenRows(String text, RecordRow.Dates dates) {
        this.text = text;
        this.bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        this.dates = dates;
    }

    /**
     * Reads the rows.
     *
     * @param entries receives the entries of good URLs
     * @return the fields of the other rows; null if the lines are not as they are written, so that everything must be read as JSON
     */
    static @Nullable List<Map<String, String>> read(
            String text, RecordRow.Dates dates, Map<String, RecordEntry> entries) {
        int last = text.lastIndexOf('}') + 1;
        boolean whole =
                text.startsWith("[") && last > 0 && text.substring(last).strip().equals("]");
        WrittenRows rows = new WrittenRows(text, dates);
        return whole && rows.readTo(last, entries) ? rows.others : null;
    }

    private boolean readTo(int last, Map<String, RecordEntry> entries) {
        int from = text.indexOf('\n') + 1;
        if (from == 0 || !text.substring(0, from).strip().equals("[")) {
            return false;
        }
        while (from < last) {
            int next = text.indexOf('\n', from);
            int end = next < 0 || next > last ? last : next;
            int to = end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
            if (to > from && !readRow(from, to, to == last, entries)) {
                return false;
            }
            from = end + 1;
        }
        return true;
    }

    /** Reads a row, which ends with a comma unless it is the last one. */
    private boolean readRow(int from, int to, boolean last, Map<String, RecordEntry> entries) {
        RecordEntry entry = last ? null : good(from, to);
        if (entry != null) {
            return entries.put(entry.url(), entry) == null;
        }
        return text.startsWith("  {", from)
                && text.startsWith(last ? "}" : "},", to - (last ? 1 : 2))
                && readFields(text.substring(from, last ? to : to - 1));
    }

    /** Reads the fields of a row if they are texts without escapes, and numbers. */
    private boolean readFields(String row) {
        Matcher field = FIELD.matcher(row);
        Map<String, String> fields = new LinkedHashMap<>();
        int at = "  {".length();
        while (field.region(at, row.length()).lookingAt()) {
            String value = field.group(2) == null ? field.group(3) : field.group(2);
            if (fields.put(field.group(1), value) != null) {
                return false;
            }
            at = field.end();
            if (at == row.length()) {
                others.add(fields);
                return true;
            }
        }
        return false;
    }

    /** Returns the entry of a row if it is a good URL, and nothing is special about it; else null. */
    private @Nullable RecordEntry good(int from, int to) {
        int url = from + START.length();
        int day = to - END.length() - DAY;
        int afterUrl = day - OK.length();
        if (afterUrl <= url
                || !text.startsWith(START, from)
                || !text.startsWith(OK, afterUrl)
                || !text.startsWith(END, to - END.length())
                || !isPlain(url, afterUrl)) {
            return null;
        }
        try {
            if (!text.startsWith(lastDay, day)) {
                lastDay = text.substring(day, day + DAY);
                lastSince = dates.of(lastDay);
            }
            return new RecordEntry(text.substring(url, afterUrl), lastSince, 0, null, null, null);
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    /** Returns whether a URL is certainly one as browsers serialise it, without userinfo, port and fragment. */
    private boolean isPlain(int from, int to) {
        int host = text.startsWith("https://", from) ? from + 8 : text.startsWith("http://", from) ? from + 7 : to;
        int path = text.indexOf('/', host);
        return path > host && path < to && isPlainHost(host, path) && isPlainPath(path, to);
    }

    /** Returns whether a host is a name: no number, nothing international. */
    private boolean isPlainHost(int from, int to) {
        byte before = '.';
        boolean isNumber = true;
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (c < '0' || c > '9') && (c != '-' && c != '.' || before == '-' || before == '.')) {
                return false;
            }
            isNumber = before == '.' ? !letter : isNumber;
            before = c;
        }
        return before != '.' && !isNumber;
    }

    private boolean isPlainPath(int from, int to) {
        boolean query = false;
        byte before = ' ';
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            if (c < 0 || !PLAIN[c] || before == '/' && (c == '.' || c == '%') && !query) {
                return false;
            }
            query |= c == '?';
            before = c;
        }
        return true;
    }
}
