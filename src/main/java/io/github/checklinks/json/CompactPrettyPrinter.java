// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/** Indents by two spaces per level, but writes selected objects on one line. */
final class CompactPrettyPrinter implements PrettyPrinter {

    private int depth;
    private boolean isNextInOneLine;
    /** The depth of the object that is being written on one line; 0 if there is none. */
    private int oneLineDepth;

    /** Writes the next object on one line, with everything in it. */
    void nextInOneLine() {
        isNextInOneLine = true;
    }

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        json.writeRaw('{');
        depth++;
        if (isNextInOneLine && oneLineDepth == 0) {
            oneLineDepth = depth;
        }
        isNextInOneLine = false;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
        breakLine(json);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        separate(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
        depth--;
        if (entries > 0) {
            breakLine(json);
        }
        if (oneLineDepth > depth) {
            oneLineDepth = 0;
        }
        json.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
        json.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        breakLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        separate(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        depth--;
        if (values > 0) {
            breakLine(json);
        }
        json.writeRaw(']');
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        // JsonWriter has already ended the line.
    }

    private void separate(JsonGenerator json) throws IOException {
        json.writeRaw(oneLineDepth == 0 ? "," : ", ");
        breakLine(json);
    }

    private void breakLine(JsonGenerator json) throws IOException {
        if (oneLineDepth != 0) {
            return;
        }
        json.writeRaw('\n');
        for (int i = 0; i < depth; i++) {
            json.writeRaw("  ");
        }
    }
}
