// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON files of one shape: an array of objects whose fields are texts. */
public final class JsonIn {

    /**
     * An object of the array.
     *
     * @param line where it begins, 1-based
     * @param fields its fields as they come; one that is {@code null} in the file is left out
     */
    public record Row(int line, Map<String, String> fields) {}

    private JsonIn() {}

    /**
     * Reads an array of objects whose fields are texts; closes nothing.
     *
     * @throws IllegalArgumentException when the text is no JSON or of another shape; the message begins with {@code line 3, column 5: }
     */
    public static List<Row> rows(Reader in) throws IOException {
        JsonFactory factory = new JsonFactoryBuilder()
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
        try (JsonParser json = factory.createParser(withoutByteOrderMark(in))) {
            return rows(json);
        } catch (JsonProcessingException e) {
            throw wrong(e.getLocation(), e.getOriginalMessage(), e);
        }
    }

    private static List<Row> rows(JsonParser json) throws IOException {
        List<Row> rows = new ArrayList<>();
        expect(json, json.nextToken(), JsonToken.START_ARRAY, "an array [ … ]");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json, json.currentToken(), JsonToken.START_OBJECT, "an object { … }");
            int line = json.currentTokenLocation().getLineNr();
            rows.add(new Row(line, fields(json)));
        }
        if (json.nextToken() != null) {
            throw wrong(json.currentTokenLocation(), "nothing may follow the array", null);
        }
        return rows;
    }

    private static Map<String, String> fields(JsonParser json) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value != JsonToken.VALUE_NULL) {
                expect(json, value, JsonToken.VALUE_STRING, "a text for \"" + name + "\"");
                fields.put(name, json.getText());
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private static void expect(JsonParser json, @Nullable JsonToken found, JsonToken expected, String words) {
        if (found == null) {
            throw wrong(json.currentLocation(), words + " was expected, but the file ends here", null);
        }
        if (found != expected) {
            throw wrong(json.currentTokenLocation(), words + " was expected, found " + words(found), null);
        }
    }

    private static String words(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            default -> token.asString() == null ? "something else" : token.asString();
        };
    }

    private static IllegalArgumentException wrong(
            @Nullable JsonLocation at, String message, @Nullable Throwable cause) {
        String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        return new IllegalArgumentException(place + message, cause);
    }

    private static Reader withoutByteOrderMark(Reader in) throws IOException {
        PushbackReader reader = new PushbackReader(in);
        int first = reader.read();
        if (first >= 0 && first != 0xFEFF) {
            reader.unread(first);
        }
        return reader;
    }
}
