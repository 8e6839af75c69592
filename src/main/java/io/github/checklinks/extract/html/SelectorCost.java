// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/**
 * What it costs to evaluate selectors on a page. For most of them jsoup looks at each element once; but those that ask for a position among
 * siblings look at all siblings of each, and those that ask for the content of an element at all that is in each. On a page of very many
 * siblings, or a deep one, that takes minutes. The cost is counted and not measured, so that every run of a page gives the same.
 *
 * @param pairs how many pairs of siblings a page has
 * @param contained how many elements lie in each, added up
 */
record SelectorCost(long pairs, long contained) {

    /** Some seconds: 20,000 siblings. */
    static final long MOST_PAIRS = 200_000_000;

    /** Some seconds: 50,000 elements at the greatest depth that jsoup keeps. */
    static final long MOST_CONTAINED = 25_000_000;

    private static final Pattern POSITION = Pattern.compile("~(?!=)|:nth-|-of-type|:only-", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENT = Pattern.compile(":(?:has|contains|matches)", Pattern.CASE_INSENSITIVE);

    /** Counts what a page has. */
    static SelectorCost of(Document page) {
        long[] counts = new long[2];
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element element) {
                        long children = element.childrenSize();
                        counts[0] += children * children / 2;
                        counts[1] += depth;
                    }
                },
                page);
        return new SelectorCost(counts[0], counts[1]);
    }

    /** Whether a selector may be costly on some page. */
    static boolean mayBeHigh(String selector) {
        return POSITION.matcher(selector).find() || CONTENT.matcher(selector).find();
    }

    /** Whether a selector can be evaluated within some seconds. */
    boolean allows(String selector) {
        return (pairs <= MOST_PAIRS || !POSITION.matcher(selector).find())
                && (contained <= MOST_CONTAINED || !CONTENT.matcher(selector).find());
    }
}
