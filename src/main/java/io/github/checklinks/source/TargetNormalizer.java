// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.url.DoxiaAnchor;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says which spelling of a target in a source and on a page are the same: what Doxia and Asciidoctor rewrite is undone on both sides. */
final class TargetNormalizer {

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*", Pattern.DOTALL);

    /** The endings of documents, which become pages that end in {@code .html}. */
    private static final Pattern DOCUMENT = Pattern.compile("\\.(?:md|markdown|adoc|asciidoc|apt)$");

    private TargetNormalizer() {}

    /** What two spellings of one target have in common. */
    static String of(String target) {
        String text = target.strip();
        if (ABSOLUTE.matcher(text).matches()) {
            return spaces(text, "%20");
        }
        int hash = text.indexOf('#');
        String path = hash < 0 ? text : text.substring(0, hash);
        String anchor = hash < 0 ? "" : spaces(DoxiaAnchor.decoded(text.substring(hash)), "_");
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        return DOCUMENT.matcher(spaces(path, "%20")).replaceFirst(".html") + anchor;
    }

    private static String spaces(String text, String as) {
        return text.replace("%20", " ").replace(" ", as);
    }

    /** Whether a text names a place on another host or of another scheme. */
    static boolean isAbsolute(String text) {
        return ABSOLUTE.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
