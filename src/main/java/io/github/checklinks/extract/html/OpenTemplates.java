// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import java.util.Arrays;

/**
 * The stack of open {@code template} elements. The content of a template is not part of the document (HTML §4.12.3): its links, bases,
 * anchors and maps are ignored. A declarative shadow root ({@code shadowrootmode}) is rendered, so its links count, but it is a separate
 * tree.
 */
final class OpenTemplates {

    private final LinkFinder finder;
    private int[] foreign = new int[8];
    private int[] forms = new int[8];
    private int depth;

    /** The number of open templates from the outermost inert one inwards. */
    private int inert;

    OpenTemplates(LinkFinder finder) {
        this.finder = finder;
    }

    /** Removes all templates. */
    void clear() {
        depth = 0;
        inert = 0;
        if (forms.length > 1 << 12) {
            foreign = new int[8];
            forms = new int[8];
        }
    }

    boolean isOpen() {
        return depth > 0;
    }

    /** Returns whether the current position is not in a rendered tree. */
    boolean isInert() {
        return inert > 0;
    }

    /**
     * Opens a template.
     *
     * @param shadow whether it declares a shadow root
     * @param foreignDepth the number of SVG and MathML elements open outside of it
     */
    void open(boolean shadow, int foreignDepth) {
        if (depth == forms.length) {
            foreign = Arrays.copyOf(foreign, 2 * depth);
            forms = Arrays.copyOf(forms, 2 * depth);
        }
        foreign[depth] = foreignDepth;
        forms[depth] = finder.form();
        depth++;
        inert += inert > 0 || !shadow ? 1 : 0;
        finder.endForm();
        enterTree();
    }

    /** Returns the number of SVG and MathML elements open outside of the innermost template. */
    int foreignDepth() {
        return foreign[depth - 1];
    }

    /** Closes the innermost template. */
    void close() {
        depth--;
        inert = Math.max(0, inert - 1);
        finder.form(forms[depth]);
        enterTree();
    }

    private void enterTree() {
        finder.enter(inert > 0 ? LinkFinder.Tree.INERT : depth > 0 ? LinkFinder.Tree.SHADOW : LinkFinder.Tree.DOCUMENT);
    }
}
