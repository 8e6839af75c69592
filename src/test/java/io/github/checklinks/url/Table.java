// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of examples, one a line, their columns divided by {@code ->}; symbols stand for what a line cannot show. */
final class Table {

    private Table() {}

    static Stream<Arguments> rows(String table) {
        return table.lines()
                .map(line -> Arguments.of(
                        Arrays.stream(line.split("->", -1)).map(Table::cell).toArray()));
    }

    private static String cell(String text) {
        return text.strip()
                .replace('␠', ' ')
                .replace('␉', '\t')
                .replace('␊', '\n')
                .replace('␍', '\r')
                .replace('␀', '\0')
                .replace("∅", "");
    }
}
