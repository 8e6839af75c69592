// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the blocks of a reStructuredText that are no text: literal blocks, code, comments, raw HTML, lists of documents. */
final class RstBlocks {

    /**
     * A block, as offsets in the text.
     *
     * @param name the directive that begins it; empty for literal blocks and comments
     * @param from the start of its content
     * @param to the end of its content
     */
    record Block(String name, int from, int to) {}

    private static final Pattern DIRECTIVE = Pattern.compile("^\\s*\\.\\. (?:\\|[^|]+\\| )?([\\w:+-]+)::(?:\\s.*)?$");
    private static final Pattern COMMENT = Pattern.compile("^\\s*\\.\\.(?:\\s+(?!_|__:|\\[|\\|).*)?$");
    private static final Set<String> OPAQUE = Set.of(
            "code-block",
            "code",
            "sourcecode",
            "highlight",
            "literalinclude",
            "math",
            "productionlist",
            "prompt",
            "doctest",
            "testcode",
            "graphviz",
            "mermaid",
            "raw",
            "toctree");

    private RstBlocks() {}

    static List<Block> find(String text) {
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = end(text, from);
            String line = text.substring(from, end);
            Matcher directive = DIRECTIVE.matcher(line);
            boolean isDirective = directive.matches();
            boolean comment = !isDirective && COMMENT.matcher(line).matches();
            boolean literal = !isDirective && !comment && line.stripTrailing().endsWith("::");
            if (comment || literal || isDirective && OPAQUE.contains(directive.group(1))) {
                int to = blockEnd(text, end + 1, indent(line));
                if (to > end) {
                    blocks.add(new Block(isDirective ? directive.group(1) : "", comment ? from : end + 1, to));
                    from = to;
                    continue;
                }
                if (comment) {
                    blocks.add(new Block("", from, end));
                }
            }
            from = end + 1;
        }
        return blocks;
    }

    /** Returns the end of the lines that are blank or indented more than a number of columns; the offset if there are none. */
    private static int blockEnd(String text, int offset, int columns) {
        int to = offset;
        int from = offset;
        while (from < text.length()) {
            int end = end(text, from);
            String line = text.substring(from, end);
            if (!line.isBlank()) {
                if (indent(line) <= columns) {
                    break;
                }
                to = Math.min(text.length(), end + 1);
            }
            from = end + 1;
        }
        return Math.min(to, text.length());
    }

    private static int end(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
            indent++;
        }
        return indent;
    }
}
