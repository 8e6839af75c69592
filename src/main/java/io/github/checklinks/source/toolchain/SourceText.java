// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The text of a document with the files that it includes.
 *
 * @param text the text, with one line for each of {@code lines}
 * @param lines where each line comes from
 * @param attributes the attributes of AsciiDoc at the end of the text; empty for other syntaxes
 * @param whole whether all that is included is contained, so that a missing reference is missing in the sources, too
 */
public record SourceText(String text, List<Line> lines, Map<String, String> attributes, boolean whole) {

    /**
     * A line of a file.
     *
     * @param file the file
     * @param number 1-based
     */
    public record Line(Path file, int number) {}

    /** Returns where the text begins, after the front matter. */
    public int body() {
        return Yaml.body(text);
    }

    /** Returns where the characters at ascending offsets come from. */
    public List<Line> at(List<Integer> offsets) {
        List<Line> found = new ArrayList<>(offsets.size());
        int line = 0;
        int next = text.indexOf('\n');
        for (int offset : offsets) {
            while (next >= 0 && next < offset) {
                line++;
                next = text.indexOf('\n', next + 1);
            }
            found.add(lines.get(Math.min(line, lines.size() - 1)));
        }
        return found;
    }
}
