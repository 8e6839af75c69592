// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.url.DoxiaAnchor;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalizes targets, so that a target in a source and on a page can be compared: reverts what Doxia and Asciidoctor rewrite. */
final class TargetNormalizer {

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*", Pattern.DOTALL);

    /** The file extensions of documents, which are rendered to pages with the extension {@code .html}. */
    private static final Pattern DOCUMENT = Pattern.compile("\\.(?:md|markdown|adoc|asciidoc|apt)$");

    private TargetNormalizer() {}

    /** Returns the normalized form of a target. */
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

    /** Returns whether a target has a scheme or a host. */
    static boolean isAbsolute(String text) {
        return ABSOLUTE.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
