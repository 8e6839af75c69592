// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.model.Rule;

/**
 * Recognises the import of fonts in Javadoc's own style sheet. The fonts are not written with {@code --no-fonts}, which
 * maven-javadoc-plugin passes to JDKs that support it, and by the JDKs of some distributions. Readers then only see another font, so it is
 * a warning.
 */
final class JavadocFonts {

    /** How to have the fonts written. */
    static final String HINT =
            "Javadoc did not write its fonts (--no-fonts): add <disableNoFonts>true</disableNoFonts> to the"
                    + " configuration of maven-javadoc-plugin";

    private static final String SHEET = "stylesheet.css";
    private static final String FONTS = "fonts/dejavu.css";

    private JavadocFonts() {}

    /** Returns whether a verdict is about the import of the fonts in the style sheet with this page name. */
    static boolean areMissing(String page, StoredLink link, Rule rule) {
        boolean named = page.equals(SHEET) || page.endsWith("/" + SHEET);
        return named && areImported(link, rule);
    }

    /** Returns whether a verdict is about an import of the fonts. */
    static boolean areImported(StoredLink link, Rule rule) {
        String text = link.text().strip();
        return (rule == Rule.MISSING_FILE || rule == Rule.NOT_FOUND)
                && link.linkAttribute().element().equals("css")
                && (text.equals(FONTS) || text.equals("resources/" + FONTS));
    }
}
