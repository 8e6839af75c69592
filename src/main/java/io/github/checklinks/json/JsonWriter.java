// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** A streaming JSON writer that buffers a few kilobytes. Its output is deterministic; lines end in {@code \n}. */
public final class JsonWriter implements Closeable {

    private final JsonGenerator json;
    private final @Nullable CompactPrettyPrinter prettyPrinter;

    private JsonWriter(Writer out, @Nullable CompactPrettyPrinter prettyPrinter) throws IOException {
        this.prettyPrinter = prettyPrinter;
        // No recycler pool: in a Maven daemon it would outlive the build, only to save one buffer per report.
        JsonFactory factory = new JsonFactory();
        factory.setRecyclerPool(JsonRecyclerPools.nonRecyclingPool());
        json = factory.createGenerator(out);
        json.setCharacterEscapes(new CharacterEscaping());
        json.setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        if (prettyPrinter != null) {
            json.setPrettyPrinter(prettyPrinter);
        }
    }

    /** Returns a writer for text that people read: indented by two spaces per level. */
    public static JsonWriter pretty(Writer out) throws IOException {
        return new JsonWriter(out, new CompactPrettyPrinter());
    }

    /** Returns a writer for text that programs read: no white space, one line per top-level value. */
    public static JsonWriter compact(Writer out) throws IOException {
        return new JsonWriter(out, null);
    }

    /** Begins an object, at the top level or in an array. */
    public JsonWriter object() throws IOException {
        json.writeStartObject();
        return this;
    }

    /** Begins an object that is a field of another. */
    public JsonWriter object(String name) throws IOException {
        json.writeFieldName(name);
        return object();
    }

    /** Begins an object that is an array element and is written on one line with everything in it. */
    public JsonWriter row() throws IOException {
        if (prettyPrinter != null) {
            prettyPrinter.nextInOneLine();
        }
        return object();
    }

    /** Begins an object that is a field of another and is written on one line with everything in it. */
    public JsonWriter row(String name) throws IOException {
        json.writeFieldName(name);
        return row();
    }

    /** Begins an array, at the top level or in an array. */
    public JsonWriter array() throws IOException {
        json.writeStartArray();
        return this;
    }

    /** Begins an array that is a field of an object. */
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

    /** Writes a field, or nothing if the value is null. */
    public JsonWriter optional(String name, @Nullable String value) throws IOException {
        return value == null ? this : field(name, value);
    }

    /** Writes a field, or nothing if the value is 0. */
    public JsonWriter optional(String name, long value) throws IOException {
        return value == 0 ? this : field(name, value);
    }

    /** Writes an element of an array. */
    public JsonWriter value(String value) throws IOException {
        json.writeString(value);
        return this;
    }

    /** Ends the innermost object or array, and the line after a top-level one. */
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

    /** Flushes everything to the underlying writer, which stays open. */
    @Override
    public void close() throws IOException {
        json.close();
    }
}
