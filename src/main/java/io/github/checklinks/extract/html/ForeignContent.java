// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.attribute.ElementInfo;
import io.github.checklinks.extract.attribute.NameTable;
import java.util.Arrays;
import java.util.List;

/**
 * The stack of open SVG and MathML elements, as far as they affect the meaning of a tag (HTML §13.2.6.5). It does not hold HTML
 * elements, so where end tags are missing or wrong it only approximates the tree of the standard.
 */
final class ForeignContent {

    /** The number of open elements an end tag is compared with; bounds the work on hostile pages. */
    private static final int SEARCH_LIMIT = 256;

    private static final byte SVG = 1;
    private static final byte MATH = 2;
    /** An element whose content is HTML again. */
    private static final byte INTEGRATION_POINT = 3;

    private static final NameTable SVG_INTEGRATION_POINTS = new NameTable(List.of("foreignobject", "desc", "title"));
    private static final NameTable MATH_INTEGRATION_POINTS =
            new NameTable(List.of("mi", "mo", "mn", "ms", "mtext", "annotation-xml"));

    /** Start tags that end foreign content. */
    private static final NameTable BREAKOUTS = new NameTable(List.of(
            ("b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr"
                            + " ol p pre ruby s small span strong strike sub sup table tt u ul var")
                    .split(" ")));

    /** Other HTML elements whose end tags end foreign content if they are open outside of it. */
    private static final NameTable OTHER_HTML = new NameTable(List.of(
            ("a abbr address article aside button caption cite del details dfn dialog fieldset figcaption figure font footer form"
                            + " header hgroup html ins kbd label legend main mark nav noscript object option optgroup q samp section"
                            + " select summary tbody td template tfoot th thead time tr video audio")
                    .split(" ")));

    private long[] keys = new long[16];
    private byte[] kinds = new byte[16];
    private int depth;
    private boolean xml;

    /** Starts a document. */
    void start(boolean isXml) {
        depth = 0;
        xml = isXml;
        if (keys.length > 1 << 12) {
            keys = new long[16];
            kinds = new byte[16];
        }
    }

    /** Returns whether any element is open. */
    boolean isOpen() {
        return depth > 0;
    }

    /** Returns whether a tag at this position is an SVG or MathML element unless it breaks out. */
    boolean isForeign() {
        return depth > 0 && kinds[depth - 1] != INTEGRATION_POINT;
    }

    /** Returns whether a start tag creates an SVG or MathML element; closes the foreign content if the tag breaks out of it. */
    boolean accepts(byte[] text, int from, int to) {
        if (isForeign() && !xml && BREAKOUTS.find(text, from, to) != NameTable.NONE) {
            breakOut();
        }
        return isForeign();
    }

    /** Opens an HTML element in XML, whose content is HTML as well. */
    void openHtml(byte[] text, int from, int to) {
        push(INTEGRATION_POINT, text, from, to);
    }

    /** Opens an SVG or MathML element. */
    void open(ElementInfo.Role role, byte[] text, int from, int to) {
        byte kind = switch (role) {
            case SVG -> SVG;
            case MATH -> MATH;
            default -> kindInside(text, from, to);
        };
        push(kind, text, from, to);
    }

    private void push(byte kind, byte[] text, int from, int to) {
        if (depth == keys.length) {
            keys = Arrays.copyOf(keys, 2 * depth);
            kinds = Arrays.copyOf(kinds, 2 * depth);
        }
        keys[depth] = NameTable.identity(text, from, to);
        kinds[depth] = kind;
        depth++;
    }

    private byte kindInside(byte[] text, int from, int to) {
        byte kind = depth == 0 ? SVG : kinds[depth - 1];
        NameTable points = kind == MATH ? MATH_INTEGRATION_POINTS : SVG_INTEGRATION_POINTS;
        return points.find(text, from, to) == NameTable.NONE ? kind : INTEGRATION_POINT;
    }

    /** Closes the innermost element of a name, or the foreign content if the end tag is that of an HTML element outside. */
    void close(byte[] text, int from, int to) {
        long key = NameTable.identity(text, from, to);
        for (int i = depth - 1; i >= 0 && i >= depth - SEARCH_LIMIT; i--) {
            if (keys[i] == key) {
                depth = i;
                return;
            }
        }
        boolean closesOutside =
                BREAKOUTS.find(text, from, to) != NameTable.NONE || OTHER_HTML.find(text, from, to) != NameTable.NONE;
        if (isForeign() && !xml && closesOutside) {
            breakOut();
        }
    }

    /** Returns the number of open elements. */
    int depth() {
        return depth;
    }

    /** Closes all but the outermost elements; {@code outer} is the number of elements that stay open. */
    void closeDownTo(int outer) {
        depth = Math.min(depth, outer);
    }

    /** Returns whether an element of a name is open inside the {@code outer} outermost ones. */
    boolean isOpenInside(int outer, byte[] text, int from, int to) {
        long key = NameTable.identity(text, from, to);
        for (int i = depth - 1; i >= outer && i >= depth - SEARCH_LIMIT; i--) {
            if (keys[i] == key) {
                return true;
            }
        }
        return false;
    }

    private void breakOut() {
        while (isForeign()) {
            depth--;
        }
    }
}
