// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.attribute.ElementInfo;
import io.github.checklinks.extract.attribute.NameTable;
import java.util.Arrays;
import java.util.List;

/**
 * The open SVG and MathML elements around the tokenizer's place, as far as they change what a tag means (HTML §13.2.6.5). HTML
 * elements are not kept, so where end tags are missing or wrong this is close to the standard's tree, not equal to it.
 */
final class ForeignContent {

    /** How far an end tag looks for its start tag, so that hostile pages cost no more than others. */
    private static final int FARTHEST = 256;

    private static final byte SVG = 1;
    private static final byte MATH = 2;
    /** HTML goes on inside. */
    private static final byte INTEGRATION_POINT = 3;

    private static final NameTable SVG_INTEGRATION_POINTS = new NameTable(List.of("foreignobject", "desc", "title"));
    private static final NameTable MATH_INTEGRATION_POINTS =
            new NameTable(List.of("mi", "mo", "mn", "ms", "mtext", "annotation-xml"));

    /** Start tags that end foreign content. */
    private static final NameTable BREAKOUTS = new NameTable(List.of(
            ("b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr"
                            + " ol p pre ruby s small span strong strike sub sup table tt u ul var")
                    .split(" ")));

    /** Further elements of HTML whose end tags end foreign content when they are open outside. */
    private static final NameTable OTHER_HTML = new NameTable(List.of(
            ("a abbr address article aside button caption cite del details dfn dialog fieldset figcaption figure font footer form"
                            + " header hgroup html ins kbd label legend main mark nav noscript object option optgroup q samp section"
                            + " select summary tbody td template tfoot th thead time tr video audio")
                    .split(" ")));

    private long[] keys = new long[16];
    private byte[] kinds = new byte[16];
    private int depth;
    private boolean xml;

    /** Begins with another document, in which nothing is open. */
    void start(boolean isXml) {
        depth = 0;
        xml = isXml;
        if (keys.length > 1 << 12) {
            keys = new long[16];
            kinds = new byte[16];
        }
    }

    /** Whether any element is open. */
    boolean isOpen() {
        return depth > 0;
    }

    /** Whether a tag here belongs to SVG or MathML unless it breaks out. */
    boolean isForeign() {
        return depth > 0 && kinds[depth - 1] != INTEGRATION_POINT;
    }

    /** Whether the start tag of this name makes an SVG or MathML element; one that cannot ends the foreign content. */
    boolean takes(byte[] text, int from, int to) {
        if (isForeign() && !xml && BREAKOUTS.find(text, from, to) != NameTable.NONE) {
            breakOut();
        }
        return isForeign();
    }

    /** An element of HTML opens in XML, whose content is HTML, too. */
    void openHtml(byte[] text, int from, int to) {
        push(INTEGRATION_POINT, text, from, to);
    }

    /** An SVG or MathML element opens. */
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

    /** An element closes. */
    void close(byte[] text, int from, int to) {
        long key = NameTable.identity(text, from, to);
        for (int i = depth - 1; i >= 0 && i >= depth - FARTHEST; i--) {
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

    /** How many elements are open. */
    int depth() {
        return depth;
    }

    /** All elements close but so many. */
    void closeDownTo(int outer) {
        depth = Math.min(depth, outer);
    }

    /** Whether an element of this name is open inside so many others. */
    boolean isOpenInside(int outer, byte[] text, int from, int to) {
        long key = NameTable.identity(text, from, to);
        for (int i = depth - 1; i >= outer && i >= depth - FARTHEST; i--) {
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
