// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the references of a reStructuredText: inline links, named targets, images, URLs, raw HTML, and the roles of Sphinx. What Sphinx
 * resolves is marked with the name of its role: {@code :doc:path}, {@code :ref:label}, {@code :image:path}, {@code :download:path}.
 */
final class RstReferences {

    private static final Pattern LITERAL_ROLE = Pattern.compile("``(?!\\s)(?:[^`\\n]|`(?!`)|\\n(?!\\n)){0,1000}+``");
    private static final Pattern ROLE =
            Pattern.compile(":(?:\\w+:)?([\\w-]++):`((?:[^`<\\\\]|\\\\.){0,1000}+)(?:<([^>`]++)>)?`");
    private static final Pattern INLINE = Pattern.compile("`(?:[^`<\\\\]|\\\\.){0,1000}+<([^>`]++)>`__?");
    private static final Pattern NAMED =
            Pattern.compile("`([^`<>]{1,200}+)`__?(?!\\w)|(?<![\\w`])(\\w(?:[\\w-]*\\w)?)_(?![\\w_])");
    private static final Pattern TARGET = Pattern.compile(
            "^[ \\t]*+(?:\\.\\. (?:_(?:`[^`\\n]++`|(?:[^:\\n\\\\]|\\\\.)++):|__:)|__)[ \\t]++(\\S.*)$",
            Pattern.MULTILINE);
    private static final Pattern PICTURE =
            Pattern.compile("^[ \\t]*+\\.\\. (\\|[^|\\n]++\\| )?(?:image|figure)::[ \\t]++(\\S+)", Pattern.MULTILINE);
    private static final Pattern PICTURE_TARGET = Pattern.compile("^[ \\t]++:target:[ \\t]++(\\S+)", Pattern.MULTILINE);
    private static final Pattern URL = Pattern.compile("(?<![\\w\\\\])(?:https?|ftp)://[^\\s<>`\"|]+");
    private static final Pattern ENTRY =
            Pattern.compile("^[ \\t]++(?:[^<:\\n][^<\\n]*<([^>\\n]++)>|([^\\s:<][^\\n<]*))$", Pattern.MULTILINE);

    private final MaskedText text;
    private final List<SourceReference> references = new ArrayList<>();

    private RstReferences(String text) {
        this.text = new MaskedText(text);
    }

    static List<SourceReference> of(String text) {
        RstReferences rst = new RstReferences(text);
        RstBlocks.find(text).forEach(rst::block);
        rst.text.without(LITERAL_ROLE);
        rst.addRoles();
        rst.addAll(PICTURE, 2, ":image:");
        rst.addAll(PICTURE_TARGET, 1, "");
        rst.addAll(TARGET, 1, "");
        rst.addAll(INLINE, 1, "");
        rst.addNames();
        rst.addUrls();
        rst.references.sort(Comparator.comparingInt(SourceReference::offset));
        return rst.references;
    }

    private void block(RstBlocks.Block block) {
        String content = text.toString().substring(block.from(), block.to());
        switch (block.name()) {
            case "raw" ->
                MarkupReferences.of(content)
                        .forEach(found -> references.add(
                                new SourceReference(found.target(), block.from() + found.offset(), false)));
            case "toctree" -> {
                Matcher entry = ENTRY.matcher(content);
                while (entry.find()) {
                    int group = entry.group(1) == null ? 2 : 1;
                    String path = entry.group(group).strip();
                    references.add(new SourceReference(
                            path.contains("://") ? path : ":doc:" + path, block.from() + entry.start(group), false));
                }
            }
            default -> {
                // what is shown as it is, or not at all
            }
        }
        text.mask(block.from(), block.to());
    }

    private void addRoles() {
        Matcher role = ROLE.matcher(text.toString());
        while (role.find()) {
            int group = role.group(3) == null ? 2 : 3;
            String target = role.group(group).strip();
            switch (role.group(1)) {
                case "doc", "download" -> add(":" + role.group(1) + ":" + target, role.start(group), false);
                case "ref" -> add(":ref:" + identifier(target), role.start(group), false);
                default -> {
                    // roles whose targets need an index of all documents
                }
            }
            text.mask(role.start(), role.end());
        }
    }

    private void addAll(Pattern pattern, int group, String as) {
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            String target = matcher.group(group).strip();
            boolean shared = pattern == TARGET || pattern == PICTURE && matcher.group(1) != null;
            boolean indirect = target.endsWith("_") && !target.contains("/");
            if (!indirect) {
                add(as + target.replaceAll("\\s*\\n\\s*", "").replace("\\_", "_"), matcher.start(group), shared);
            }
            text.mask(matcher.start(), matcher.end());
        }
    }

    /** Adds the names of headings; those of targets lead to what was added above. */
    private void addNames() {
        Matcher name = NAMED.matcher(text.toString());
        while (name.find()) {
            int group = name.group(1) == null ? 2 : 1;
            add("#" + identifier(name.group(group)), name.start(group), false);
        }
    }

    private void addUrls() {
        Matcher url = URL.matcher(text.toString());
        while (url.find()) {
            add(MarkdownReferences.withoutPunctuation(url.group()), url.start(), false);
        }
    }

    private void add(String target, int offset, boolean shared) {
        references.add(new SourceReference(target, offset, shared));
    }

    /** Returns the identifier that docutils makes of a name. */
    private static String identifier(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
    }
}
