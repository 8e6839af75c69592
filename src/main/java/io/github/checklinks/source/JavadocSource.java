// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.model.Link;
import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.source.reference.JavaReferences;
import io.github.checklinks.source.reference.SourceReference;
import io.github.checklinks.source.reference.Syntax;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The place of a Javadoc page's link in its Java file. Most of such a page is made by the tool, so a link that the file does not show is none of its. */
final class JavadocSource {

    private static final Pattern PACKAGE = Pattern.compile("^[ \\t]*+package\\s++([\\w.]++)\\s*+;", Pattern.MULTILINE);

    private JavadocSource() {}

    static @Nullable Source of(String file, String text, Link link, BuiltPage.Standing standing) {
        String page = link.page();
        boolean markup = file.endsWith(".html");
        List<SourceReference> references = (markup ? Syntax.MARKUP : Syntax.JAVA).references(text);
        String target = link.reference().text();
        String same = TargetNormalizer.of(target);
        String root = root(text);
        List<SourceReference> raw = references.stream()
                .filter(sourceReference -> TargetNormalizer.of(
                                sourceReference.target().replace("{@docRoot}", root))
                        .equals(same))
                .toList();
        if (!raw.isEmpty()) {
            // The first sentence of a comment is shown twice, so the counts need not agree.
            boolean oneLine = Lines.of(text, raw.get(0).offset())
                    == Lines.of(text, raw.get(raw.size() - 1).offset());
            return oneLine
                    ? new Source(file, Lines.of(text, raw.get(0).offset()), false)
                    : OccurrenceMatcher.of(file, text, raw, standing);
        }
        String name = page.substring(page.lastIndexOf('/') + 1).replace(".html", "");
        String own = name.substring(name.lastIndexOf('.') + 1);
        String java = JavaReferences.target(target, own);
        List<SourceReference> named = references.stream()
                .filter(sourceReference -> sourceReference.target().equals(java))
                .toList();
        // Signatures and tables lead to the same types and members as tags do: the file is sure, the line is not.
        return named.isEmpty() ? null : new Source(file, 0, false);
    }

    /** From a page to the root of the documentation, by the depth of its package. */
    private static String root(String text) {
        Matcher matcher = PACKAGE.matcher(text);
        if (!matcher.find()) {
            return ".";
        }
        int depth = matcher.group(1).split("\\.", -1).length;
        return "../".repeat(depth).substring(0, depth * 3 - 1);
    }
}
