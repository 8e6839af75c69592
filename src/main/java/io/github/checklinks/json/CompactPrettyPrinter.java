// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/** Two spaces a level, but small objects in one line. */
final class CompactPrettyPrinter implements PrettyPrinter {

    private int depth;
    private boolean announced;
    /** The depth of the object that is told in one line; 0 when there is none. */
    private int oneLine;

    void nextInOneLine() {
        announced = true;
    }

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        json.writeRaw('{');
        depth++;
        if (announced && oneLine == 0) {
            oneLine = depth;
        }
        announced = false;
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
        if (oneLine > depth) {
            oneLine = 0;
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
        // The line has ended already.
    }

    private void separate(JsonGenerator json) throws IOException {
        json.writeRaw(oneLine == 0 ? "," : ", ");
        breakLine(json);
    }

    private void breakLine(JsonGenerator json) throws IOException {
        if (oneLine != 0) {
            return;
        }
        json.writeRaw('\n');
        for (int i = 0; i < depth; i++) {
            json.writeRaw("  ");
        }
    }
}
