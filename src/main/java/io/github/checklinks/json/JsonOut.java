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
public final class JsonOut implements Closeable {

    private final JsonGenerator json;
    private final @Nullable Layout layout;

    private JsonOut(Writer out, @Nullable Layout layout) throws IOException {
        this.layout = layout;
        // A pool would outlive the build in a daemon, for the sake of one buffer a report.
        JsonFactory factory = new JsonFactory();
        factory.setRecyclerPool(JsonRecyclerPools.nonRecyclingPool());
        json = factory.createGenerator(out);
        json.setCharacterEscapes(new Escapes());
        json.setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        if (layout != null) {
            json.setPrettyPrinter(layout);
        }
    }

    /** For people: two spaces a level. */
    public static JsonOut pretty(Writer out) throws IOException {
        return new JsonOut(out, new Layout());
    }

    /** For programs: no white space, and each outermost value is a line. */
    public static JsonOut compact(Writer out) throws IOException {
        return new JsonOut(out, null);
    }

    /** Begins an object, outermost or in an array. */
    public JsonOut object() throws IOException {
        json.writeStartObject();
        return this;
    }

    /** Begins an object as a field of another. */
    public JsonOut object(String name) throws IOException {
        json.writeFieldName(name);
        return object();
    }

    /** Begins an object in an array that is told in one line with all it contains. */
    public JsonOut row() throws IOException {
        if (layout != null) {
            layout.nextInOneLine();
        }
        return object();
    }

    /** Begins an object as a field of another that is told in one line with all it contains. */
    public JsonOut row(String name) throws IOException {
        json.writeFieldName(name);
        return row();
    }

    /** Begins an array, outermost or in an array. */
    public JsonOut array() throws IOException {
        json.writeStartArray();
        return this;
    }

    /** Begins an array as a field of an object. */
    public JsonOut array(String name) throws IOException {
        json.writeFieldName(name);
        return array();
    }

    /** Writes a field. */
    public JsonOut field(String name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
        return this;
    }

    /** Writes a field. */
    public JsonOut field(String name, long value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(value);
        return this;
    }

    /** Writes a field. */
    public JsonOut field(String name, boolean value) throws IOException {
        json.writeFieldName(name);
        json.writeBoolean(value);
        return this;
    }

    /** Writes a field, or nothing at all for null. */
    public JsonOut optional(String name, @Nullable String value) throws IOException {
        return value == null ? this : field(name, value);
    }

    /** Writes a field, or nothing at all for 0. */
    public JsonOut optional(String name, long value) throws IOException {
        return value == 0 ? this : field(name, value);
    }

    /** Writes an element of an array. */
    public JsonOut value(String value) throws IOException {
        json.writeString(value);
        return this;
    }

    /** Ends the innermost object or array; after the outermost the line ends. */
    public JsonOut end() throws IOException {
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
