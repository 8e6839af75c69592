// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the references of an AsciiDoc text: {@code link:}, {@code xref:}, {@code <<>>}, image macros, URLs, and raw HTML in pass-through blocks. */
final class AsciidocReferences {

    private static final Pattern COMMENTS = Pattern.compile("^//(?!/)[^\\n]*+$", Pattern.MULTILINE);
    private static final Pattern MACRO =
            Pattern.compile("(?<![\\w\\\\])(?:link:|(xref:)|(?:image|video|audio)::?+|(?=mailto:))");
    private static final Pattern URL = Pattern.compile("(?<![\\w\\\\\"])(?:https?|ftp)://[^\\s\\[\\]<>]+");

    private final MaskedText text;
    private final List<SourceReference> references = new ArrayList<>();

    private AsciidocReferences(String text) {
        this.text = new MaskedText(text)
                .without(new AsciidocFences("/"))
                .without(COMMENTS)
                .without(new AsciidocFences("-.`"));
    }

    static List<SourceReference> of(String text) {
        AsciidocReferences asciidoc = new AsciidocReferences(text);
        asciidoc.addRawHtml();
        asciidoc.addMacros();
        asciidoc.addCrossReferences();
        asciidoc.addUrls();
        asciidoc.references.sort(Comparator.comparingInt(SourceReference::offset));
        return asciidoc.references;
    }

    private void addRawHtml() {
        String whole = text.toString();
        for (Fences.Block block : Fences.find(whole, new AsciidocFences("+"))) {
            int from = block.contentFrom();
            for (SourceReference sourceReference : MarkupReferences.of(whole.substring(from, block.contentTo()))) {
                references.add(new SourceReference(sourceReference.target(), from + sourceReference.offset(), false));
            }
            text.mask(block.from(), block.to());
        }
    }

    /** Adds the macros with a target, which ends at the square bracket. */
    private void addMacros() {
        String whole = text.toString();
        CharacterSearch word = new CharacterSearch(whole, "[", true);
        CharacterSearch words = new CharacterSearch(whole, "[\n", false);
        Matcher macro = MACRO.matcher(whole);
        while (macro.find()) {
            boolean isXref = macro.group(1) != null;
            int from = macro.end() + (whole.startsWith("++", macro.end()) ? 2 : 0);
            int end = (isXref ? words : word).next(from);
            if (end > from && end < whole.length() && whole.charAt(end) == '[') {
                String target = whole.substring(from, end).strip();
                String bare = target.endsWith("++") ? target.substring(0, target.length() - 2) : target;
                references.add(new SourceReference(isXref ? xrefTarget(bare) : bare, from, false));
                text.mask(macro.start(), end + 1);
                macro.region(end, whole.length());
            }
        }
    }

    /** Adds the references in double angle brackets, with an optional text after a comma. */
    private void addCrossReferences() {
        String whole = text.toString();
        CharacterSearch target = new CharacterSearch(whole, ">,\n", false);
        CharacterSearch words = new CharacterSearch(whole, ">", false);
        for (int at = whole.indexOf("<<"); at >= 0; at = whole.indexOf("<<", at + 1)) {
            int end = target.next(at + 2);
            int close = whole.startsWith(",", end) ? words.next(end) : end;
            boolean escaped = at > 0 && whole.charAt(at - 1) == '\\';
            if (!escaped && end > at + 2 && whole.startsWith(">>", close)) {
                references.add(new SourceReference(
                        xrefTarget(whole.substring(at + 2, end).strip()), at + 2, false));
                text.mask(at, close + 2);
                at = close;
            }
        }
    }

    private void addUrls() {
        String whole = text.toString();
        Matcher matcher = URL.matcher(whole);
        while (matcher.find()) {
            boolean named = matcher.end() < whole.length() && whole.charAt(matcher.end()) == '[';
            String url = named ? matcher.group() : MarkdownReferences.withoutPunctuation(matcher.group());
            references.add(new SourceReference(url, matcher.start(), false));
        }
    }

    /** Returns the target of a cross reference: an anchor of the same page, or a document, whose extension and anchor are optional. */
    private static String xrefTarget(String target) {
        int hash = target.indexOf('#');
        String document = hash < 0 ? "" : target.substring(0, hash);
        if (hash < 0) {
            return target.endsWith(".adoc") || target.endsWith(".asciidoc") ? target : "#" + target;
        }
        String extension = document.isEmpty() || document.contains(".") ? "" : ".html";
        String anchor = target.substring(hash);
        return document + extension + (anchor.equals("#") ? "" : anchor);
    }
}
