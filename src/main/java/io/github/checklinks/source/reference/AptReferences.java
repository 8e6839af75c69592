// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the references of an APT text: {@code {{{target}text}}}, {@code {{target}}} and figures. */
final class AptReferences {

    private static final Pattern COMMENT = Pattern.compile("^[ \\t]*+~~.*+$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\{\\{\\{((?:\\\\.|[^{}\\\\]){0,1000}+)\\}");
    private static final Pattern PLAIN = Pattern.compile("(?<![\\\\{])\\{\\{((?:\\\\.|[^{}\\\\]){1,1000}+)\\}\\}");
    private static final Pattern FIGURE =
            Pattern.compile("^\\[((?:\\\\.|[^\\]\\\\\\n]){1,1000}+)\\]", Pattern.MULTILINE);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final Pattern ANCHOR = Pattern.compile("[^#/.:]+");

    /** Verbatim blocks: delimited by three or more hyphens, with a leading plus sign for a boxed block. */
    private static final Fences.Language VERBATIM = new Fences.Language() {

        @Override
        public Fences.@Nullable Fence opening(String line) {
            int box = line.startsWith("+") ? 1 : 0;
            boolean begins = line.startsWith("---", box);
            return begins ? new Fences.Fence(line.substring(0, box), 1) : null;
        }

        @Override
        public Fences.@Nullable Fence closing(String line) {
            Fences.Fence fence = opening(line);
            int box = line.startsWith("+") ? 1 : 0;
            int end = fence == null ? 0 : box + Fences.run(line, box);
            return line.startsWith("+", end) ? alone(line, end + 1, fence) : alone(line, end, fence);
        }

        private Fences.@Nullable Fence alone(String line, int end, Fences.@Nullable Fence fence) {
            return line.substring(end).isBlank() ? fence : null;
        }
    };

    private final MaskedText text;
    private final List<SourceReference> references = new ArrayList<>();

    private AptReferences(String text) {
        this.text = new MaskedText(text).without(COMMENT).without(VERBATIM);
    }

    static List<SourceReference> of(String text) {
        AptReferences apt = new AptReferences(text);
        apt.addAll(LINK);
        apt.addAll(PLAIN);
        apt.addAll(FIGURE);
        apt.references.sort(Comparator.comparingInt(SourceReference::offset));
        return apt.references;
    }

    private void addAll(Pattern pattern) {
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            String target =
                    ESCAPE.matcher(matcher.group(1)).replaceAll("$1").strip().replaceAll("\\s+", " ");
            // A plain name is an anchor of the same page, with or without the number sign.
            boolean anchor = pattern != FIGURE && ANCHOR.matcher(target).matches();
            references.add(new SourceReference(anchor ? "#" + target : target, matcher.start(1), false));
            text.mask(matcher.start(), matcher.end());
        }
    }
}
