// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The references of an AsciiDoc text: {@code link:}, {@code xref:}, {@code <<>>}, image macros, URLs, and raw HTML in pass-through blocks. */
final class AsciidocReferences {

    private static final Pattern COMMENTS =
            Pattern.compile("^/{4,}[ \\t]*$.*?^/{4,}[ \\t]*$|^//(?!/)[^\\n]*$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LISTINGS =
            Pattern.compile("^(-{4,}|\\.{4,}|`{3,})[^\\n]*\\n.*?^\\1[ \\t]*$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern RAW =
            Pattern.compile("^\\+{4,}[ \\t]*$(.*?)^\\+{4,}[ \\t]*$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("(?<![\\w\\\\])link:(?:\\+\\+)?([^\\s\\[]+?)(?:\\+\\+)?\\[");
    private static final Pattern XREF = Pattern.compile("(?<![\\w\\\\])xref:([^\\[\\n]+?)\\[");
    private static final Pattern CROSS = Pattern.compile("(?<!\\\\)<<([^>,\\n]+)(?:,[^>]*)?>>");
    private static final Pattern IMAGE = Pattern.compile("(?<![\\w\\\\])(?:image|video|audio)::?([^\\s\\[]+)\\[");
    private static final Pattern URL = Pattern.compile("(?<![\\w\\\\\"])(?:https?|ftp)://[^\\s\\[\\]<>]+");

    private final Blanking text;
    private final List<Written> references = new ArrayList<>();

    private AsciidocReferences(String text) {
        this.text = new Blanking(text).without(COMMENTS).without(LISTINGS);
    }

    static List<Written> of(String text) {
        AsciidocReferences asciidoc = new AsciidocReferences(text);
        asciidoc.raw();
        asciidoc.take(LINK, false);
        asciidoc.take(XREF, true);
        asciidoc.take(CROSS, true);
        asciidoc.take(IMAGE, false);
        asciidoc.urls();
        asciidoc.references.sort(Comparator.comparingInt(Written::offset));
        return asciidoc.references;
    }

    private void raw() {
        Matcher matcher = RAW.matcher(text.toString());
        while (matcher.find()) {
            int from = matcher.start(1);
            for (Written written : MarkupReferences.of(matcher.group(1))) {
                references.add(new Written(written.target(), from + written.offset(), false));
            }
            text.blank(matcher.start(), matcher.end());
        }
    }

    private void take(Pattern pattern, boolean cross) {
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            String target = matcher.group(1).strip();
            references.add(new Written(cross ? crossed(target) : target, matcher.start(1), false));
            text.blank(matcher.start(), matcher.end());
        }
    }

    private void urls() {
        String whole = text.toString();
        Matcher matcher = URL.matcher(whole);
        while (matcher.find()) {
            boolean named = matcher.end() < whole.length() && whole.charAt(matcher.end()) == '[';
            String url = named ? matcher.group() : MarkdownReferences.withoutPunctuation(matcher.group());
            references.add(new Written(url, matcher.start(), false));
        }
    }

    /** An anchor of the same page, or a document with or without its ending, with or without an anchor. */
    private static String crossed(String target) {
        int hash = target.indexOf('#');
        String document = hash < 0 ? "" : target.substring(0, hash);
        if (hash < 0) {
            return target.endsWith(".adoc") || target.endsWith(".asciidoc") ? target : "#" + target;
        }
        String ending = document.isEmpty() || document.contains(".") ? "" : ".html";
        String anchor = target.substring(hash);
        return document + ending + (anchor.equals("#") ? "" : anchor);
    }
}
