// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import java.util.Arrays;

/**
 * The open {@code template} elements. What is in one is no part of the document (HTML §4.12.3): its links are inert, its base, anchors and
 * maps count nowhere. A declarative shadow root ({@code shadowrootmode}) is rendered, so its links are live, but it is a tree of its own.
 */
final class OpenTemplates {

    private final LinkFinder finder;
    private int[] foreign = new int[8];
    private int[] forms = new int[8];
    private int depth;

    /** How many are open from the outermost inert one inwards. */
    private int inert;

    OpenTemplates(LinkFinder finder) {
        this.finder = finder;
    }

    /** Begins with another document, in which none is open. */
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

    /** Whether what comes now is no part of any rendered tree. */
    boolean isInert() {
        return inert > 0;
    }

    /**
     * One opens.
     *
     * @param shadow whether it makes a shadow root
     * @param foreignDepth how many SVG and MathML elements are open around it
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

    /** How many SVG and MathML elements are open around the innermost one. */
    int foreignDepth() {
        return foreign[depth - 1];
    }

    /** The innermost one closes. */
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
