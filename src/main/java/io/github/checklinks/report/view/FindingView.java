// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.text.Printable;
import io.github.checklinks.url.Redaction;
import java.util.List;

/**
 * A finding after its links were read: what a report for people keeps of it.
 *
 * @param finding the finding, whose links must not be read again
 * @param told its words, harmless to show
 * @param first its first links, at least one
 * @param links how many links it has
 * @param pages the numbers of the pages they are on, ascending in reading order, each once
 * @param otherPages how many pages carry links that are not among the first
 * @param site the base of the site
 * @param sources where links were written
 */
public record FindingView(
        Finding finding,
        RedactedFinding redactedFinding,
        List<Link> first,
        long links,
        List<Integer> pages,
        int otherPages,
        String site,
        Sources sources) {

    private static final String ONE_OF_SEVERAL = " (one of several)";

    /** How many links are not among the first. */
    public long more() {
        return links - first.size();
    }

    /** The text of its first link, harmless to show. */
    public String text() {
        return text(first.get(0));
    }

    /** As written, harmless to show. */
    public static String text(Link link) {
        return Printable.line(Redaction.url(link.reference().text()));
    }

    /** {@code page:line:column}, or the page alone where the place in it is not known. */
    public static String place(Link link) {
        Position position = link.reference().position();
        String page = page(link);
        return position.line() == 0 ? page : page + ":" + position.line() + ":" + position.column();
    }

    /** Where a link can be mended, harmless to show: {@code file:line}, and whether that is only the nearest guess; empty when nobody knows. */
    public String source(Link link) {
        Source source = sources.of(link);
        return source == null ? "" : Printable.line(source.toString()) + (source.oneOfSeveral() ? ONE_OF_SEVERAL : "");
    }

    /** The page's name, harmless to show. */
    public static String page(Link link) {
        return Printable.line(Redaction.url(link.page()));
    }
}
