// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The references of a Markdown text: inline links and images, reference definitions, autolinks, raw HTML. What is code is none. */
final class MarkdownReferences {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile(
            "^[ ]{0,3}(?:>[ ]?)*[ ]*(`{3,}|~{3,})[^\\n]*\\n(?:.*?\\n)??[ >]*\\1[`~]*[ \\t]*$",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("(?<!`)(`{1,5})(?!`)[^`][^\\n]*?(?<!`)\\1(?!`)");
    private static final Pattern DEFINITION =
            Pattern.compile("^[ ]{0,3}\\[[^\\]\\n]+\\]:[ \\t]*\\n?[ \\t]*(?:<([^>\\n]*)>|(\\S+))", Pattern.MULTILINE);
    private static final Pattern INLINE = Pattern.compile(
            "\\]\\([ \\t\\n]*(?:<([^>\\n]*)>|((?:\\\\[()\\\\]|[^\\s()\\\\]|\\\\[^()\\\\\\s]|\\([^\\s()]*\\)){0,1000}))");
    private static final Pattern AUTOLINK = Pattern.compile("<([A-Za-z][A-Za-z0-9+.-]+:[^\\s<>]+)>");
    private static final Pattern BARE = Pattern.compile("\\b(?:https?|ftp)://[^\\s<>\"'`|\\\\]+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

    private final Blanking text;
    private final List<Written> references = new ArrayList<>();

    private MarkdownReferences(String text) {
        this.text = new Blanking(text).without(COMMENT).without(FENCE).without(CODE);
    }

    static List<Written> of(String text) {
        return new MarkdownReferences(text).all();
    }

    private List<Written> all() {
        take(DEFINITION, true);
        take(INLINE, false);
        take(AUTOLINK, false);
        Markup.walk(text.toString(), (name, attributes, offset, closed) -> {
            MarkupReferences.add(references, attributes);
            int end = attributes.values().stream()
                    .mapToInt(value -> value.offset() + value.text().length())
                    .max()
                    .orElse(offset);
            text.blank(offset, Math.min(end, text.length()));
        });
        String whole = text.toString();
        Matcher bare = BARE.matcher(whole);
        while (bare.find()) {
            if (bare.start() > 0 && whole.charAt(bare.start() - 1) == '[') {
                continue; // the words of a link whose target was taken above
            }
            references.add(new Written(withoutPunctuation(bare.group()), bare.start(), false));
        }
        references.sort(Comparator.comparingInt(Written::offset));
        return references;
    }

    private void take(Pattern pattern, boolean shared) {
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            int group = matcher.groupCount() > 1 && matcher.group(1) == null ? 2 : 1;
            String target = Entities.decode(ESCAPE.matcher(matcher.group(group)).replaceAll("$1"));
            references.add(new Written(target, matcher.start(group), shared));
            text.blank(matcher.start(group), matcher.end(group));
        }
    }

    /** What stands at the end of a sentence is no part of the address in it. */
    static String withoutPunctuation(String url) {
        int end = url.length();
        while (end > 0 && ".,;:!?*_)]}".indexOf(url.charAt(end - 1)) >= 0) {
            boolean opened = url.charAt(end - 1) == ')' && url.substring(0, end).contains("(");
            if (opened) {
                break;
            }
            end--;
        }
        return url.substring(0, end);
    }
}
