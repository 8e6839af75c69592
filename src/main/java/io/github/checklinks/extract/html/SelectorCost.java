// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/**
 * The cost of evaluating selectors on a page. For most selectors jsoup visits each element once; but those on the position among siblings
 * visit all siblings of each element, and those on the content of an element visit all of its descendants. On a page with very many
 * siblings or deep nesting that takes minutes. The cost is counted, not measured, so that it is the same in every run.
 *
 * @param pairs the number of pairs of siblings on the page
 * @param contained the sum of the numbers of descendants of all elements
 */
record SelectorCost(long pairs, long contained) {

    /** The limit for pairs, which takes some seconds: 20,000 siblings. */
    static final long MAX_PAIRS = 200_000_000;

    /** The limit for descendants, which takes some seconds: 50,000 elements at the maximum depth of jsoup. */
    static final long MAX_CONTAINED = 25_000_000;

    private static final Pattern POSITION = Pattern.compile("~(?!=)|:nth-|-of-type|:only-", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENT = Pattern.compile(":(?:has|contains|matches)", Pattern.CASE_INSENSITIVE);

    /** Computes the cost for a page. */
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

    /** Returns whether a selector may be expensive on some page. */
    static boolean mayBeHigh(String selector) {
        return POSITION.matcher(selector).find() || CONTENT.matcher(selector).find();
    }

    /** Returns whether a selector can be evaluated within some seconds. */
    boolean allows(String selector) {
        return (pairs <= MAX_PAIRS || !POSITION.matcher(selector).find())
                && (contained <= MAX_CONTAINED || !CONTENT.matcher(selector).find());
    }
}
