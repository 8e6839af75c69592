// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The findings of the HTML report, a card each, in sections. */
final class HtmlFindings {

    private final Html html;
    private final String site;

    HtmlFindings(Html html, String site) {
        this.html = html;
        this.site = site;
    }

    /** A section with its findings; nothing at all when there are none. */
    void section(HtmlSections.Section section, HtmlSections sections) throws IOException {
        if (section.all() == 0) {
            return;
        }
        HtmlSections.Kind kind = section.kind();
        String id = "section-" + kind.id();
        html.open("section", "aria-labelledby", id).line();
        html.element("h2", kind.title() + " (" + Words.number(section.all()) + ")", "id", id)
                .line();
        if (section.all() != section.targets()) {
            html.element(
                            "p",
                            "These lead to " + Words.count(section.targets(), "target")
                                    + " counted above: a target counts once, in the worst class of its links.",
                            "class",
                            "more")
                    .line();
        }
        for (Sighting sighting : section.listed()) {
            finding(sighting, kind.id(), sections.cause(sighting));
        }
        long more = section.all() - section.listed().size();
        if (more > 0) {
            html.element(
                            "p",
                            Words.number(more) + " more are not shown here; all of them are in "
                                    + Product.JSON_FILE + " and " + Product.CSV_FILE
                                    + ", where those formats are on.",
                            "class",
                            "more",
                            "data-more",
                            "" + more)
                    .line();
        }
        html.close().line();
    }

    private void finding(Sighting sighting, String kind, int cause) throws IOException {
        Finding finding = sighting.finding();
        Told told = sighting.told();
        List<String> attributes = new ArrayList<>(List.of(
                "data-severity",
                kind,
                "data-rule",
                finding.rule().id(),
                "data-zone",
                finding.zone().id()));
        if (cause > 0) {
            attributes.addAll(List.of("data-cause", "" + cause));
        }
        if (sighting.more() > 0) {
            attributes.addAll(List.of("data-more", "" + sighting.more()));
        }
        html.open("article", attributes.toArray(String[]::new)).line();
        html.open("h3");
        target(finding.rule(), told.target());
        html.close().line();
        html.open("p", "class", "reason")
                .element("span", finding.rule().id(), "class", "rule " + kind)
                .text(" ")
                .element("span", told.message(), "class", "message")
                .close()
                .line();
        if (told.hint() != null) {
            html.element("p", told.hint(), "class", "hint").line();
        }
        if (!told.redirects().isEmpty()) {
            html.element("p", "The way it took:", "class", "way").open("ol", "class", "way");
            for (String hop : told.redirects()) {
                html.open("li").element("code", hop).close();
            }
            html.close().line();
        }
        places(sighting);
        html.close().line();
    }

    private void places(Sighting sighting) throws IOException {
        html.open("ul", "class", "places").line();
        // What was just said is not said again.
        String before = sighting.told().target();
        for (Link link : sighting.first()) {
            Position position = link.reference().position();
            String place = position.line() == 0 ? "" : ":" + position.line() + ":" + position.column();
            html.open("li").open("span", "class", "place");
            html.element("span", Sighting.page(link), "class", "page").element("span", place, "class", "position");
            html.close().text(" ");
            String text = Sighting.text(link);
            if (!text.equals(before)) {
                html.element("code", text.isBlank() ? "(empty)" : text, "class", "text");
                before = text;
            }
            String source = sighting.source(link);
            if (!source.isEmpty()) {
                html.text(" ")
                        .open("span", "class", "source")
                        .text("in ")
                        .element("code", source)
                        .close();
            }
            html.close().line();
        }
        if (sighting.more() > 0) {
            html.element(
                            "li",
                            "and " + Words.number(sighting.more()) + " more on "
                                    + Words.count(sighting.otherPages(), "page"),
                            "class",
                            "more")
                    .line();
        }
        html.close().line();
    }

    /** Only what a browser fetches becomes a link: a page could hold {@code javascript:}. */
    private void target(Rule rule, String target) throws IOException {
        boolean follow = (target.startsWith("https://") || target.startsWith("http://"))
                && rule != Rule.MALFORMED_URL
                && rule != Rule.PLACEHOLDER
                && !target.contains("://***@");
        if (!follow) {
            html.element("code", target.isBlank() ? "(empty)" : target);
            return;
        }
        html.open("a", "href", target, "rel", "noreferrer noopener nofollow");
        // The site's own address is the same on most of them: the eye may skip it.
        int shared = target.startsWith(site) && target.length() > site.length() ? site.length() : 0;
        if (shared > 0) {
            html.element("span", target.substring(0, shared), "class", "base");
        }
        html.text(target.substring(shared)).close();
    }
}
