// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.attribute.NameTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stack of open elements from the outermost ignored one inwards, which determines where the ignored element ends. Implied tags are
 * handled as in HTML §13.2.6.4, as far as that is possible without the elements outside of the ignored one. Reading such pages with
 * {@link DomExtractor} instead would need no stack, but if a theme has an ignored element on every page, it nearly doubles the CPU time of
 * the run: 8.5 s instead of 4.5 s for 2,000 pages of 20 KiB.
 */
final class IgnoredElements {

    /** The number of open elements a tag is compared with; bounds the work on hostile pages. */
    private static final int SEARCH_LIMIT = 256;

    private static final int VOID = 1;
    private static final int SPECIAL = 1 << 1;
    private static final int CLOSES_P = 1 << 2;
    private static final int SCOPE = 1 << 3;
    private static final int HEADING = 1 << 4;
    private static final int CELL = 1 << 5;
    private static final int ROW = 1 << 6;
    private static final int ROWS = 1 << 7;
    private static final int DEFINITION = 1 << 8;
    private static final int OPTION = 1 << 9;
    private static final int RUBY = 1 << 10;
    private static final int LI = 1 << 11;
    private static final int P = 1 << 12;
    private static final int BUTTON = 1 << 13;
    private static final int TABLE = 1 << 14;
    private static final int A = 1 << 15;
    /** Special elements that list items may close across. */
    private static final int LOOSE = 1 << 16;

    private static final int PAGE = 1 << 17;
    private static final int TABLE_PARTS = CELL | ROW | ROWS;

    private static final NameTable NAMES;
    private static final int[] KINDS;

    static {
        Map<String, Integer> kinds = new HashMap<>();
        mark(
                kinds,
                VOID,
                "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");
        mark(
                kinds,
                SPECIAL,
                "address applet article aside blockquote body button caption center colgroup dd details dir div dl dt fieldset"
                        + " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html iframe li listing"
                        + " main marquee menu nav noembed noframes noscript object ol p plaintext pre script search section"
                        + " select style summary table tbody td template textarea tfoot th thead title tr ul xmp");
        mark(
                kinds,
                CLOSES_P,
                "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form"
                        + " h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary"
                        + " table ul xmp");
        mark(kinds, SCOPE, "applet caption html table td th marquee object template");
        mark(kinds, HEADING, "h1 h2 h3 h4 h5 h6");
        mark(kinds, CELL, "td th caption");
        mark(kinds, ROW, "tr");
        mark(kinds, ROWS, "tbody thead tfoot colgroup");
        mark(kinds, DEFINITION, "dd dt");
        mark(kinds, OPTION, "option optgroup");
        mark(kinds, RUBY, "rb rp rt rtc");
        mark(kinds, LI, "li");
        mark(kinds, P, "p");
        mark(kinds, BUTTON, "button");
        mark(kinds, TABLE, "table template");
        mark(kinds, A, "a");
        mark(kinds, LOOSE, "address div p");
        mark(kinds, PAGE, "html body");
        List<String> names = List.copyOf(kinds.keySet());
        NAMES = new NameTable(names);
        KINDS = names.stream().mapToInt(name -> kinds.getOrDefault(name, 0)).toArray();
    }

    private long[] keys = new long[16];
    private int[] stack = new int[16];
    private int depth;

    private static void mark(Map<String, Integer> kinds, int kind, String names) {
        for (String name : List.of(names.split(" "))) {
            kinds.merge(name, kind, (one, other) -> one | other);
        }
    }

    /** Removes all elements. */
    void clear() {
        depth = 0;
        if (keys.length > 1 << 12) {
            keys = new long[16];
            stack = new int[16];
        }
    }

    /** Returns whether the current position is in an ignored element. */
    boolean isOpen() {
        return depth > 0;
    }

    private static int kind(byte[] text, int from, int to) {
        int number = NAMES.find(text, from, to);
        return number == NameTable.NONE ? 0 : KINDS[number];
    }

    /** Closes the elements that a start tag closes implicitly. Must be called before {@link #isOpen} is used for the tag itself. */
    void closeFor(byte[] text, int from, int to) {
        int kind = kind(text, from, to);
        if ((kind & LI) != 0) {
            closeItem(LI);
        }
        if ((kind & DEFINITION) != 0) {
            closeItem(DEFINITION);
        }
        if ((kind & CLOSES_P) != 0) {
            closeInScope(P, SCOPE | BUTTON);
        }
        if (depth > 0
                && (kind & (HEADING | OPTION | RUBY)) != 0
                && (stack[depth - 1] & kind & (HEADING | OPTION | RUBY)) != 0) {
            depth--;
        }
        if ((kind & (BUTTON | A)) != 0) {
            closeInScope(kind & (BUTTON | A), SCOPE);
        }
        if ((kind & TABLE_PARTS) != 0) {
            closeTableParts(kind);
        }
    }

    /** Opens the element of a start tag. */
    void open(byte[] text, int from, int to, boolean selfClosing) {
        long key = NameTable.identity(text, from, to);
        int kind = kind(text, from, to);
        if (selfClosing || (kind & VOID) != 0) {
            return;
        }
        if (depth == keys.length) {
            keys = Arrays.copyOf(keys, 2 * depth);
            stack = Arrays.copyOf(stack, 2 * depth);
        }
        keys[depth] = key;
        stack[depth] = kind;
        depth++;
    }

    /** Returns whether an element is void: it cannot have content. */
    static boolean isVoid(byte[] text, int from, int to) {
        return (kind(text, from, to) & VOID) != 0;
    }

    /** Closes the elements that an end tag closes. */
    void close(byte[] text, int from, int to) {
        long key = NameTable.identity(text, from, to);
        int kind = kind(text, from, to);
        if ((kind & PAGE) != 0) {
            return;
        }
        boolean special = (kind & SPECIAL) != 0;
        boolean tablePart = (kind & (TABLE_PARTS | TABLE)) != 0;
        for (int i = depth - 1; i >= 0 && i >= depth - SEARCH_LIMIT; i--) {
            if (keys[i] == key) {
                depth = i;
                return;
            }
            int border = special ? tablePart ? TABLE : SCOPE | ((kind & P) != 0 ? BUTTON : 0) : SPECIAL;
            if ((stack[i] & border) != 0) {
                return;
            }
        }
        // The end tag closes an element outside of the ignored one. A p cannot be open outside of an element that
        // closes p.
        if (depth <= SEARCH_LIMIT && ((kind & P) == 0 || (stack[0] & CLOSES_P) == 0)) {
            depth = 0;
        }
    }

    private void closeItem(int kind) {
        for (int i = depth - 1; i >= 0 && i >= depth - SEARCH_LIMIT; i--) {
            if ((stack[i] & kind) != 0) {
                depth = i;
                return;
            }
            if ((stack[i] & SPECIAL) != 0 && (stack[i] & LOOSE) == 0) {
                return;
            }
        }
        if (depth <= SEARCH_LIMIT && (stack[0] & SPECIAL) == 0) {
            depth = 0;
        }
    }

    private void closeInScope(int kind, int border) {
        for (int i = depth - 1; i >= 0 && i >= depth - SEARCH_LIMIT; i--) {
            if ((stack[i] & kind) != 0) {
                depth = i;
                return;
            }
            if ((stack[i] & border) != 0) {
                return;
            }
        }
    }

    private void closeTableParts(int kind) {
        int closes = (kind & CELL) != 0 ? CELL : (kind & ROW) != 0 ? CELL | ROW : TABLE_PARTS;
        boolean inTable = false;
        int lowest = depth;
        for (int i = depth - 1; i >= 0 && i >= depth - SEARCH_LIMIT; i--) {
            if ((stack[i] & closes) != 0) {
                lowest = i;
            }
            inTable |= (stack[i] & (TABLE | TABLE_PARTS)) != 0;
            if ((stack[i] & TABLE) != 0) {
                break;
            }
        }
        depth = inTable || depth > SEARCH_LIMIT ? lowest : 0;
    }
}
