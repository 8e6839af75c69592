// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import io.github.checklinks.source.file.SourceFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directive of a toolchain that includes another file in a document. */
enum Includes {
    /** {@code include::file[]}; the file may be chosen with attributes. */
    ASCIIDOC("^include::([^\\[\\s]++)\\[(.*)\\]\\s*$", "\\blines=|\\btags?=[^\\],]*[*!]"),
    /** The snippets of PyMdown Extensions: {@code --8<-- "file"}. */
    SNIPPET("^\\s*-{1,}8<-{1,}\\s+[\"']([^\"';]++)[\"']()\\s*$", "."),
    /** {@code <!--@include: file-->} of VitePress. */
    COMMENT("^\\s*<!--\\s*@include:\\s*([^\\s{#]+?)\\s*([{#].*?)?\\s*-->\\s*$", "."),
    /** {@code .. include:: file} of reStructuredText. */
    DIRECTIVE("^\\.\\. include::\\s+(\\S+)()\\s*$", "."),
    NONE("(?!)()()", ".");

    /** Other ways to include or compute text, which are not followed. */
    private static final Pattern UNKNOWN = Pattern.compile(
            "^include::|8<--|@include:|^\\s*\\.\\. (?:include|auto\\w+|csv-table)::|\\{%|\\{\\{|^import |^\\s*:(?:start|end)-(?:line|before|after|at):"
                    + "|```\\{|^\\s*:::\\{");

    private static final Pattern TAGS = Pattern.compile("\\btags?=\"?([^\\]\"]*?)\"?[\\],]");

    private final Pattern line;
    private final Pattern part;

    Includes(String line, String part) {
        this.line = Pattern.compile(line);
        this.part = Pattern.compile(part);
    }

    /** Returns the name of the file that a line includes; null if it includes none, or only a part of it. */
    @Nullable
    String file(String text) {
        Matcher matcher = line.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String options = matcher.group(2);
        return options != null && part.matcher(options).find() ? null : matcher.group(1);
    }

    /** Returns the names of the parts that a line of AsciiDoc includes; empty for the whole file. */
    static Set<String> tags(String text) {
        Matcher tags = TAGS.matcher(text);
        return tags.find()
                ? Stream.of(tags.group(1).split("[;,]")).map(String::strip).collect(Collectors.toSet())
                : Set.of();
    }

    /** Returns whether a line contains text that is not in the document, and not followed. */
    static boolean isUnknown(String text) {
        return UNKNOWN.matcher(text).find();
    }

    /** Returns the file that a name leads to; null if there is none, or more than one. */
    static @Nullable Path find(SourceFiles files, List<Path> directories, String name) {
        Set<Path> found = new LinkedHashSet<>();
        for (Path directory : directories) {
            try {
                Path file = files.find(directory.resolve(name));
                if (file != null) {
                    found.add(file);
                }
            } catch (InvalidPathException noName) {
                return null;
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }
}
