// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.source.BuiltPage.Part;
import io.github.checklinks.source.file.SourceFiles;
import io.github.checklinks.source.reference.SourceReference;
import io.github.checklinks.source.reference.Syntax;
import io.github.checklinks.source.toolchain.LinkKeys;
import io.github.checklinks.source.toolchain.SourceText;
import io.github.checklinks.source.toolchain.SourceText.Line;
import io.github.checklinks.source.toolchain.Toolchain.Document;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The references of a document of a toolchain, by the keys of the links that they may become. */
final class DocumentReferences {

    private static final Pattern MARKDOWN_NOTE = Pattern.compile(
            "^ {0,3}\\[\\^[^\\]\\n]++\\]:.*(?:\\n(?:[ \\t]{2,}\\S.*|[ \\t]*(?=\\n[ \\t]{2,}\\S))){0,500}+",
            Pattern.MULTILINE);
    private static final Pattern ASCIIDOC_NOTE = Pattern.compile("footnote:[\\w-]*\\[");

    private record Hit(Line line, boolean shared, boolean footnote) {}

    private final Document document;
    private final boolean whole;
    private final Map<String, List<Hit>> hits = new HashMap<>();

    /**
     * Parses the references of a document.
     *
     * @param onlyText whether the content of the page comes from nothing but the document
     */
    DocumentReferences(Document document, SourceText text, LinkKeys keys, boolean onlyText) {
        this.document = document;
        this.whole = text.whole() && onlyText;
        List<int[]> notes = notes(document.syntax(), text.text());
        List<SourceReference> references = document.syntax().references(text.text());
        List<Line> lines =
                text.at(references.stream().map(SourceReference::offset).toList());
        for (int i = 0; i < references.size(); i++) {
            SourceReference reference = references.get(i);
            if (reference.offset() < text.body()) {
                continue;
            }
            boolean footnote =
                    notes.stream().anyMatch(note -> note[0] <= reference.offset() && reference.offset() < note[1]);
            Hit hit = new Hit(lines.get(i), reference.shared(), footnote);
            keys.of(reference)
                    .forEach(key -> hits.computeIfAbsent(key, same -> new ArrayList<>(1))
                            .add(hit));
        }
    }

    /**
     * Returns the location of a link.
     *
     * @param key the key of the link
     * @param occurrence its position among the links of the page with the same key
     * @return null if not even the file is certain
     */
    @Nullable
    Source source(SourceFiles files, String key, BuiltPage.Occurrence occurrence) {
        boolean footnote = occurrence.part() == Part.FOOTNOTE;
        List<Hit> same = new ArrayList<>(hits.getOrDefault(key, List.of()));
        same.addAll(hits.getOrDefault(LinkKeys.anywhere(key), List.of()));
        // The definition of a Markdown reference may be used in the text and in footnotes.
        same.removeIf(hit -> !hit.shared() && hit.footnote() != footnote);
        if (same.isEmpty()) {
            return file(files, document.file());
        }
        Line first = same.get(0).line();
        int count = occurrence.count();
        boolean shared = same.stream().anyMatch(Hit::shared);
        boolean oneLine = same.stream().allMatch(hit -> hit.line().equals(first));
        if (oneLine && (count <= same.size() || shared && same.size() == 1)) {
            return new Source(files.name(first.file()), first.number(), false);
        }
        if (!oneLine && count == same.size() && !shared) {
            Line line = same.get(occurrence.index()).line();
            return new Source(files.name(line.file()), line.number(), false);
        }
        return same.stream().allMatch(hit -> hit.line().file().equals(first.file())) ? file(files, first.file()) : null;
    }

    /** Returns a location without a line, if no other file can contain the link. */
    private @Nullable Source file(SourceFiles files, Path file) {
        return whole ? new Source(files.name(file), 0, false) : null;
    }

    /** Returns the ranges of footnotes, whose text is moved to the end of the page. */
    private static List<int[]> notes(Syntax syntax, String text) {
        List<int[]> notes = new ArrayList<>();
        if (syntax == Syntax.MARKDOWN) {
            MARKDOWN_NOTE.matcher(text).results().forEach(note -> notes.add(new int[] {note.start(), note.end()}));
        }
        if (syntax == Syntax.ASCIIDOC) {
            Matcher note = ASCIIDOC_NOTE.matcher(text);
            while (note.find()) {
                int depth = 1;
                int end = note.end();
                while (end < text.length() && depth > 0 && end - note.end() < 10_000) {
                    char c = text.charAt(end++);
                    depth += c == '[' ? 1 : c == ']' ? -1 : 0;
                }
                notes.add(new int[] {note.start(), end});
            }
        }
        return notes;
    }
}
