// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Parses the references of a Markdown text: inline links and images, reference definitions, autolinks, raw HTML. Skips code. */
final class MarkdownReferences {

    private static final int MAX_BACKTICKS = 5;

    // Possessive quantifiers: java.util.regex recurses once per repetition of a group otherwise.

    private static final Pattern DEFINITION = Pattern.compile(
            "^[ ]{0,3}+\\[[^\\]\\n]++\\]:[ \\t]*+\\n?+[ \\t]*+(?:<([^>\\n]*+)>|(\\S++))", Pattern.MULTILINE);
    private static final Pattern INLINE =
            Pattern.compile("\\]\\([ \\t\\n]*+(?:<([^<>\\n]*+)>|((?:[^\\s()\\\\]|\\\\\\S|\\([^\\s()]*+\\)){0,1000}+))");
    private static final Pattern AUTOLINK = Pattern.compile("<([A-Za-z][A-Za-z0-9+.-]++:[^\\s<>]++)>");
    private static final Pattern BARE = Pattern.compile("\\b(?:https?|ftp)://[^\\s<>\"'`|\\\\]+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

    /** A character reference, which needs a semicolon (CommonMark 2.5). */
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\w{1,9}|\\w{1,31});");

    private final MaskedText text;
    private final List<SourceReference> references = new ArrayList<>();

    private MarkdownReferences(String text) {
        this.text = new MaskedText(text).without("<!--", "-->").without(new MarkdownFences());
        maskCode();
    }

    static List<SourceReference> of(String text) {
        return new MarkdownReferences(text).parse();
    }

    private List<SourceReference> parse() {
        addAll(DEFINITION, true);
        addAll(INLINE, false);
        addAll(AUTOLINK, false);
        MarkupReferences.parse(text.toString()).stream()
                .filter(element -> !element.attributes().isEmpty())
                .forEach(element -> {
                    references.addAll(MarkupReferences.of(element));
                    text.mask(
                            element.sourceRange().startPos(),
                            element.sourceRange().endPos());
                });
        String whole = text.toString();
        Matcher bare = BARE.matcher(whole);
        while (bare.find()) {
            if (bare.start() > 0 && whole.charAt(bare.start() - 1) == '[') {
                continue; // the text of a link whose target was added above
            }
            references.add(new SourceReference(withoutPunctuation(bare.group()), bare.start(), false));
        }
        references.sort(Comparator.comparingInt(SourceReference::offset));
        return references;
    }

    private void addAll(Pattern pattern, boolean shared) {
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            int group = matcher.groupCount() > 1 && matcher.group(1) == null ? 2 : 1;
            String target = ENTITY.matcher(ESCAPE.matcher(matcher.group(group)).replaceAll("$1"))
                    .replaceAll(entity -> Matcher.quoteReplacement(Parser.unescapeEntities(entity.group(), false)));
            references.add(new SourceReference(target, matcher.start(group), shared));
            text.mask(matcher.start(group), matcher.end(group));
        }
    }

    /** Masks code spans, which are delimited by two backtick runs of equal length. */
    private void maskCode() {
        String whole = text.toString();
        int at = whole.indexOf('`');
        while (at >= 0) {
            int end = whole.indexOf('\n', at) < 0 ? whole.length() : whole.indexOf('\n', at);
            maskCode(whole, at, end);
            at = whole.indexOf('`', end);
        }
    }

    private void maskCode(String whole, int from, int end) {
        List<int[]> runs = new ArrayList<>();
        int[] lastOfLength = new int[MAX_BACKTICKS + 1];
        for (int at = from; at < end; at++) {
            if (whole.charAt(at) == '`') {
                int length = Fences.run(whole, at);
                lastOfLength[length <= MAX_BACKTICKS ? length : 0] = runs.size();
                runs.add(new int[] {at, length});
                at += length - 1;
            }
        }
        for (int i = 0; i < runs.size(); i++) {
            int length = runs.get(i)[1];
            if (length <= MAX_BACKTICKS && lastOfLength[length] > i) {
                int begin = runs.get(i)[0];
                do {
                    i++;
                } while (runs.get(i)[1] != length);
                text.mask(begin, runs.get(i)[0] + length);
            }
        }
    }

    /** Returns a URL without the trailing punctuation of a sentence. */
    static String withoutPunctuation(String url) {
        int bracket = url.indexOf('(');
        int end = url.length();
        while (end > 0 && ".,;:!?*_)]}".indexOf(url.charAt(end - 1)) >= 0) {
            if (url.charAt(end - 1) == ')' && bracket >= 0 && bracket < end) {
                break;
            }
            end--;
        }
        return url.substring(0, end);
    }
}
