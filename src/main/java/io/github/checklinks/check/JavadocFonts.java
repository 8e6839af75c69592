// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.model.Rule;

/**
 * The fonts that Javadoc's own style sheet imports. With {@code --no-fonts}, which maven-javadoc-plugin gives to a JDK that knows it, and
 * in the JDKs of some distributions, they are not written: a reader sees another font, so it is a warning.
 */
final class JavadocFonts {

    /** What brings them back. */
    static final String HINT =
            "Javadoc did not write its fonts (--no-fonts): add <disableNoFonts>true</disableNoFonts> to the"
                    + " configuration of maven-javadoc-plugin";

    private static final String SHEET = "stylesheet.css";
    private static final String FONTS = "fonts/dejavu.css";

    private JavadocFonts() {}

    /** Whether a verdict is on the import of the fonts, by a page of this name. */
    static boolean areMissing(String page, StoredLink link, Rule rule) {
        boolean named = page.equals(SHEET) || page.endsWith("/" + SHEET);
        return named && areImported(link, rule);
    }

    /** Whether a verdict is on an import of such fonts. */
    static boolean areImported(StoredLink link, Rule rule) {
        String text = link.text().strip();
        return (rule == Rule.MISSING_FILE || rule == Rule.NOT_FOUND)
                && link.linkAttribute().element().equals("css")
                && (text.equals(FONTS) || text.equals("resources/" + FONTS));
    }
}
