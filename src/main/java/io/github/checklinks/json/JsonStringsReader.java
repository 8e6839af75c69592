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

/** Walks over a JSON text of whatever shape and tells the strings that do not lie deep in it. */
public final class JsonStringsReader {

    /** So many levels of objects and arrays are looked into. */
    private static final int DEEPEST = 5;

    /** Hears the strings. */
    @FunctionalInterface
    public interface Strings {

        /**
         * A string.
         *
         * @param path where it lies, such as {@code start_url} or {@code icons[].src}
         * @param offset the byte where its quotation mark stands
         */
        void string(String path, String value, int offset);
    }

    private JsonStringsReader() {}

    /** Tells the strings in their order, up to the first place where the text is no JSON. */
    public static void read(byte[] utf8, int length, Strings strings) {
        JsonFactory factory = new JsonFactoryBuilder()
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .build();
        try (JsonParser json = factory.createParser(utf8, 0, length)) {
            read(json, strings);
        } catch (JsonProcessingException e) {
            // What came before was told; the rest is nothing.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(JsonParser json, Strings strings) throws IOException {
        // By depth, the path of the object or array that is open there.
        String[] paths = new String[DEEPEST + 1];
        paths[0] = "";
        int depth = 0;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token.isStructEnd()) {
                depth--;
            } else if (token.isStructStart()) {
                if (depth < DEEPEST) {
                    // Jackson names the inside of what opens; outside of it stands the name it has.
                    String path = path(
                            paths[depth], json.getParsingContext().getParent().getCurrentName());
                    paths[depth + 1] = token == JsonToken.START_ARRAY ? path + "[]" : path;
                }
                depth++;
            } else if (token == JsonToken.VALUE_STRING && depth <= DEEPEST) {
                int offset = (int) json.currentTokenLocation().getByteOffset();
                strings.string(path(paths[depth], json.getParsingContext().getCurrentName()), json.getText(), offset);
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
