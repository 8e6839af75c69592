// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the references in the documentation comments of a Java file: raw HTML, and the names in {@code @link} and {@code @see}. */
public final class JavaReferences {

    /** Prefix of a target that is a Java name, not a URL. */
    private static final String NAME = "java ";

    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s");
    private static final Pattern TAG = Pattern.compile(
            "(?:\\{@(?:link|linkplain|value)\\s++|^[ \\t]*+\\**+[ \\t]*+@see[ \\t]++)([\\w$.]*+(?:#\\w++)?+)",
            Pattern.MULTILINE);

    private JavaReferences() {}

    static List<SourceReference> of(String text) {
        List<SourceReference> references = new ArrayList<>();
        int from = text.indexOf("/**");
        while (from >= 0) {
            int end = text.indexOf("*/", from + 3);
            if (end < 0) {
                break;
            }
            addComment(withoutCode(text.substring(from, end + 2)), from, references);
            from = text.indexOf("/**", end + 2);
        }
        references.sort(Comparator.comparingInt(SourceReference::offset));
        return references;
    }

    private static void addComment(String body, int from, List<SourceReference> references) {
        for (SourceReference sourceReference : MarkupReferences.of(body)) {
            references.add(
                    new SourceReference(inOneLine(sourceReference.target()), from + sourceReference.offset(), false));
        }
        Matcher tag = TAG.matcher(body);
        while (tag.find()) {
            if (!tag.group(1).isEmpty()) {
                references.add(new SourceReference(name(tag.group(1)), from + tag.start(1), false));
            }
        }
    }

    private static String withoutCode(String comment) {
        MaskedText body = new MaskedText(comment);
        Matcher code = CODE.matcher(comment);
        for (int from = 0; code.find(from); ) {
            int end = comment.indexOf('}', code.end());
            if (end < 0) {
                break;
            }
            body.mask(code.start(), end + 1);
            from = end + 1;
        }
        return body.toString();
    }

    /** Joins the lines of a text, without the white space around line breaks and the leading asterisks of a comment. */
    private static String inOneLine(String text) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        StringBuilder whole = new StringBuilder();
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            String rest = line.strip();
            whole.append(!first && rest.startsWith("*") ? rest.substring(1).strip() : rest);
            first = false;
        }
        return whole.toString();
    }

    private static String name(String reference) {
        int hash = reference.indexOf('#');
        String type = hash < 0 ? reference : reference.substring(0, hash);
        return NAME + type.substring(type.lastIndexOf('.') + 1) + (hash < 0 ? "" : reference.substring(hash));
    }

    /**
     * Returns the target of the tag from which a link of a Javadoc page was generated.
     *
     * @param text the link as written on the page
     * @param own the simple name of the class that the page documents
     */
    public static String target(String text, String own) {
        int hash = text.indexOf('#');
        String path = hash < 0 ? text : text.substring(0, hash);
        String file = path.substring(path.lastIndexOf('/') + 1);
        String type = file.endsWith(".html") ? file.substring(0, file.length() - 5) : file;
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String member = hash < 0 ? "" : member(text.substring(hash));
        return NAME + (simple.equals(own) && !member.isEmpty() ? "" : simple) + member;
    }

    private static String member(String fragment) {
        int end = 0;
        while (end < fragment.length() && "(%-".indexOf(fragment.charAt(end)) < 0) {
            end++;
        }
        return fragment.substring(0, end);
    }
}
