// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Writes JSON as it comes, holding a few kilobytes; equal calls give equal text, lines end in {@code \n}. */
public final class JsonWriter implements Closeable {

    private final JsonGenerator json;
    private final @Nullable CompactPrettyPrinter compactPrettyPrinter;

    private JsonWriter(Writer out, @Nullable CompactPrettyPrinter compactPrettyPrinter) throws IOException {
        this.compactPrettyPrinter = compactPrettyPrinter;
        // A pool would outlive the build in a daemon, for the sake of one buffer a report.
        JsonFactory factory = new JsonFactory();
        factory.setRecyclerPool(JsonRecyclerPools.nonRecyclingPool());
        json = factory.createGenerator(out);
        json.setCharacterEscapes(new CharacterEscaping());
        json.setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        if (compactPrettyPrinter != null) {
            json.setPrettyPrinter(compactPrettyPrinter);
        }
    }

    /** For people: two spaces a level. */
    public static JsonWriter pretty(Writer out) throws IOException {
        return new JsonWriter(out, new CompactPrettyPrinter());
    }

    /** For programs: no white space, and each outermost value is a line. */
    public static JsonWriter compact(Writer out) throws IOException {
        return new JsonWriter(out, null);
    }

    /** Begins an object, outermost or in an array. */
    public JsonWriter object() throws IOException {
        json.writeStartObject();
        return this;
    }

    /** Begins an object as a field of another. */
    public JsonWriter object(String name) throws IOException {
        json.writeFieldName(name);
        return object();
    }

    /** Begins an object in an array that is told in one line with all it contains. */
    public JsonWriter row() throws IOException {
        if (compactPrettyPrinter != null) {
            compactPrettyPrinter.nextInOneLine();
        }
        return object();
    }

    /** Begins an object as a field of another that is told in one line with all it contains. */
    public JsonWriter row(String name) throws IOException {
        json.writeFieldName(name);
        return row();
    }

    /** Begins an array, outermost or in an array. */
    public JsonWriter array() throws IOException {
        json.writeStartArray();
        return this;
    }

    /** Begins an array as a field of an object. */
    public JsonWriter array(String name) throws IOException {
        json.writeFieldName(name);
        return array();
    }

    /** Writes a field. */
    public JsonWriter field(String name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
        return this;
    }

    /** Writes a field. */
    public JsonWriter field(String name, long value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(value);
        return this;
    }

    /** Writes a field. */
    public JsonWriter field(String name, boolean value) throws IOException {
        json.writeFieldName(name);
        json.writeBoolean(value);
        return this;
    }

    /** Writes a field, or nothing at all for null. */
    public JsonWriter optional(String name, @Nullable String value) throws IOException {
        return value == null ? this : field(name, value);
    }

    /** Writes a field, or nothing at all for 0. */
    public JsonWriter optional(String name, long value) throws IOException {
        return value == 0 ? this : field(name, value);
    }

    /** Writes an element of an array. */
    public JsonWriter value(String value) throws IOException {
        json.writeString(value);
        return this;
    }

    /** Ends the innermost object or array; after the outermost the line ends. */
    public JsonWriter end() throws IOException {
        if (json.getOutputContext().inObject()) {
            json.writeEndObject();
        } else {
            json.writeEndArray();
        }
        if (json.getOutputContext().inRoot()) {
            json.writeRaw('\n');
        }
        return this;
    }

    /** Hands everything over to the writer, which stays open. */
    @Override
    public void close() throws IOException {
        json.close();
    }
}
