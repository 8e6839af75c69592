// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Parses rows of examples, one per line, with columns separated by {@code ->}; symbols represent characters that a line
 * cannot show.
 */
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
