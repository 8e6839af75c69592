// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON files that contain an array of objects whose values are strings or, if wanted, numbers and further objects. */
public final class JsonRows {

    /**
     * An object of the array.
     *
     * @param line the line where it begins, 1-based
     * @param fields its fields in file order; those whose value is {@code null} in the file are omitted
     */
    public record Row(int line, Map<String, String> fields) {}

    private JsonRows() {}

    /**
     * Reads an array of objects whose values are strings. Does not close the reader.
     *
     * @throws IllegalArgumentException if the text is not JSON or has another structure; the message begins with {@code line 3, column 5: }
     */
    public static List<Row> rows(Reader in) throws IOException {
        return rows(in, false);
    }

    /**
     * Reads an array of objects whose values are strings, whole numbers, or objects of these. A field of an inner object is named
     * {@code outer.inner}. Does not close the reader.
     *
     * @throws IllegalArgumentException as {@link #rows}
     */
    public static List<Row> nestedRows(Reader in) throws IOException {
        return rows(in, true);
    }

    private static List<Row> rows(Reader in, boolean nested) throws IOException {
        JsonFactory factory = new JsonFactoryBuilder()
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .build();
        String text = text(in);
        try (JsonParser json = factory.createParser(text)) {
            return rows(json, nested);
        } catch (JsonProcessingException e) {
            // Without the cause: its message is about the parser.
            throw invalid(e.getLocation(), describe(e, text));
        }
    }

    /** Describes a syntax error (RFC 8259). */
    private static String describe(JsonProcessingException e, String text) {
        if (e instanceof JsonEOFException) {
            return "the file ends here, in the middle of the array";
        }
        long offset = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
        if (offset < 0 || offset >= text.length()) {
            return "this is not JSON";
        }
        int c = text.codePointAt((int) offset);
        return switch (c) {
            case '\n', '\r' -> "unexpected end of line";
            case ',' -> "an extra comma, or a missing value before it";
            case '{' -> "a comma is missing before this entry";
            case '}', ']' -> "an extra comma before it, or the wrong closing bracket";
            case '"' -> "a comma or a colon is missing before this quotation mark";
            default ->
                c < ' '
                        ? "a control character that is not escaped"
                        : "\"" + Character.toString(c) + "\" is not valid JSON here";
        };
    }

    private static List<Row> rows(JsonParser json, boolean nested) throws IOException {
        List<Row> rows = new ArrayList<>();
        expect(json, json.nextToken(), JsonToken.START_ARRAY, "an array [ … ]");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json, json.currentToken(), JsonToken.START_OBJECT, "an object { … }");
            int line = json.currentTokenLocation().getLineNr();
            Map<String, String> fields = new LinkedHashMap<>();
            readFields(json, "", nested, fields);
            rows.add(new Row(line, Collections.unmodifiableMap(fields)));
        }
        if (json.nextToken() != null) {
            throw invalid(json.currentTokenLocation(), "nothing may follow the array");
        }
        return rows;
    }

    private static void readFields(JsonParser json, String prefix, boolean nested, Map<String, String> fields)
            throws IOException {
        Set<String> names = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix.concat(json.currentName());
            if (!names.add(name)) {
                throw invalid(json.currentTokenLocation(), "the field \"" + name + "\" occurs twice in one entry");
            }
            JsonToken value = json.nextToken();
            if (nested && value == JsonToken.START_OBJECT && prefix.isEmpty()) {
                readFields(json, name + ".", true, fields);
            } else if (value != JsonToken.VALUE_NULL) {
                if (!nested || value != JsonToken.VALUE_NUMBER_INT) {
                    expect(json, value, JsonToken.VALUE_STRING, "a string for \"" + name + "\"");
                }
                fields.put(name, json.getText());
            }
        }
    }

    private static void expect(JsonParser json, @Nullable JsonToken found, JsonToken expected, String description) {
        if (found == null) {
            throw invalid(json.currentLocation(), description + " was expected, but the file ends here");
        }
        if (found != expected) {
            throw invalid(json.currentTokenLocation(), description + " was expected, found " + describe(found));
        }
    }

    private static String describe(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            default -> token.asString() == null ? "something else" : token.asString();
        };
    }

    private static IllegalArgumentException invalid(@Nullable JsonLocation at, String message) {
        String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        return new IllegalArgumentException(place + message);
    }

    /** Reads the whole text, without its byte order mark. */
    private static String text(Reader in) throws IOException {
        StringWriter text = new StringWriter();
        in.transferTo(text);
        String all = text.toString();
        return all.startsWith("\uFEFF") ? all.substring(1) : all;
    }
}
