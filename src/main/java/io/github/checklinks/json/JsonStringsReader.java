// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Passes the string values of any JSON text to a visitor, except for deeply nested ones. */
public final class JsonStringsReader {

    /** The number of levels of objects and arrays that are read. */
    private static final int MAX_DEPTH = 5;

    /** Receives the strings. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Called for each string.
         *
         * @param path its path, such as {@code start_url} or {@code icons[].src}
         * @param offset the byte offset of its opening quotation mark
         */
        void visit(String path, String value, int offset);
    }

    private JsonStringsReader() {}

    /** Passes the strings to the visitor in document order, up to the first syntax error. */
    public static void read(byte[] utf8, int length, Visitor visitor) {
        JsonFactory factory = new JsonFactoryBuilder()
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .build();
        try (JsonParser json = factory.createParser(utf8, 0, length)) {
            read(json, visitor);
        } catch (JsonProcessingException e) {
            // The strings before the error have been passed on; the rest cannot be read.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(JsonParser json, Visitor visitor) throws IOException {
        // The path of the open object or array of each depth.
        String[] paths = new String[MAX_DEPTH + 1];
        paths[0] = "";
        int depth = 0;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token.isStructEnd()) {
                depth--;
            } else if (token.isStructStart()) {
                if (depth < MAX_DEPTH) {
                    // Jackson's current context is already the inside of the structure; its name is that of the parent
                    // context.
                    String path = path(
                            paths[depth], json.getParsingContext().getParent().getCurrentName());
                    paths[depth + 1] = token == JsonToken.START_ARRAY ? path + "[]" : path;
                }
                depth++;
            } else if (token == JsonToken.VALUE_STRING && depth <= MAX_DEPTH) {
                int offset = (int) json.currentTokenLocation().getByteOffset();
                visitor.visit(path(paths[depth], json.getParsingContext().getCurrentName()), json.getText(), offset);
            }
        }
    }

    private static String path(String outer, @Nullable String name) {
        if (name == null) {
            return outer;
        }
        return outer.isEmpty() ? name : outer + "." + name;
    }
}
