// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.Sources.Source;
import java.util.List;

/**
 * A finding as shown in reports for people, with the first few of its links.
 *
 * @param finding the finding, whose links must not be read again
 * @param texts its texts
 * @param first its first links, at least one
 * @param links the number of its links
 * @param pages the numbers of the pages with these links, in reading order, without duplicates
 * @param otherPages the number of pages with links that are not among the first
 * @param site the base URL of the site
 * @param sources the source locations of links
 */
public record FindingView(
        Finding finding,
        FindingTexts texts,
        List<Link> first,
        long links,
        List<Integer> pages,
        int otherPages,
        String site,
        Sources sources) {

    private static final String ONE_OF_SEVERAL = " (one of several)";

    /** Returns the number of links that are not among the first. */
    public long more() {
        return links - first.size();
    }

    /** Returns the text of the first link. */
    public String text() {
        return text(first.get(0));
    }

    /** Returns the link as written in the page. */
    public static String text(Link link) {
        return link.reference().text();
    }

    /** Returns {@code page:line:column}, or only the page if the position is not known. */
    public static String place(Link link) {
        Position position = link.reference().position();
        String page = page(link);
        return position.line() == 0 ? page : page + ":" + position.line() + ":" + position.column();
    }

    /** Returns the source of a link: {@code file:line}, marked if it is one of several; empty if it is not known. */
    public String source(Link link) {
        Source source = sources.of(link);
        return source == null ? "" : source + (source.oneOfSeveral() ? ONE_OF_SEVERAL : "");
    }

    /** Returns the name of the page. */
    public static String page(Link link) {
        return link.page();
    }
}
