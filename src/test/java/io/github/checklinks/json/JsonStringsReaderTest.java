// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonStringsReaderTest {

    @Test
    void stringsHavePaths() {
        assertThat(
                        read(
                                "{\"a\":\"1\",\"b\":{\"c\":\"2\"},\"d\":[\"3\",{\"e\":\"4\"},[\"5\"]],\"f\":6,\"g\":null,\"h\":\"7\"}"))
                .containsExactly("a=1", "b.c=2", "d[]=3", "d[].e=4", "d[][]=5", "h=7");
    }

    @Test
    void theOuterShapeIsFree() {
        assertThat(read("\"x\"")).containsExactly("=x");
        assertThat(read("[\"x\"]")).containsExactly("[]=x");
    }

    @Test
    void whatLiesDeepIsLeftOut() {
        assertThat(read("{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":\"1\",\"f\":{\"g\":\"no\"},\"i\":\"2\"}}}},\"h\":\"3\"}"))
                .containsExactly("a.b.c.d.e=1", "a.b.c.d.i=2", "h=3");
    }

    @Test
    void readingEndsAtTheFirstFault() {
        assertThat(read("{\"a\":\"1\",b:\"2\"}")).containsExactly("a=1");
        assertThat(read("")).isEmpty();
    }

    private static List<String> read(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        List<String> strings = new ArrayList<>();
        JsonStringsReader.read(utf8, utf8.length, (path, value, offset) -> strings.add(path + "=" + value));
        return strings;
    }
}
