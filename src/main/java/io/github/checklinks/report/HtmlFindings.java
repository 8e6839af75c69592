package io.github.checklinks.report;

import io.github.checklinks.Finding;
import io.github.checklinks.Link;
import io.github.checklinks.Position;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The lower part of the HTML report: what was found, and the means to look through it. */
final class HtmlFindings {

    private final Html html;

    /**
     * Findings that are told together.
     *
     * @param title the heading
     * @param kind {@code error}, {@code warning} or {@code known}
     * @param members which findings belong here
     */
    record Section(String title, String kind, Predicate<Finding> members) {}

    HtmlFindings(Html html) {
        this.html = html;
    }

    /** What the script works with; without it there is nothing to filter, and it stays hidden. */
    void filters(List<Sighting> shown) throws IOException {
        if (shown.isEmpty()) {
            return;
        }
        Set<String> rules = new TreeSet<>();
        Set<String> zones = new TreeSet<>();
        for (Sighting sighting : shown) {
            rules.add(sighting.finding().rule().id());
            zones.add(sighting.finding().zone().id());
        }
        html.open("form", "id", "filters", "role", "search", "aria-label", "Findings", "hidden", "")
                .line();
        html.open("label")
                .text("Search ")
                .empty("input", "type", "search", "name", "q")
                .close()
                .line();
        select("Severity", "severity", List.of("error", "warning", "known"));
        select("Rule", "rule", rules);
        select("Zone", "zone", zones);
        html.open("label").text("Group by ").open("select", "name", "by");
        html.element("option", "target", "value", "").element("option", "page", "value", "page");
        html.close().close().line();
        html.element("button", "Show all", "type", "reset").line();
        html.element("p", "", "id", "shown", "role", "status").line();
        html.close().line();
    }

    private void select(String label, String name, Iterable<String> values) throws IOException {
        html.open("label").text(label + " ").open("select", "name", name);
        html.element("option", "all", "value", "");
        for (String value : values) {
            html.element("option", value, "value", value);
        }
        html.close().close().line();
    }

    /** A section with its findings; nothing at all when there are none. */
    void section(Section section, List<Sighting> shown, long all) throws IOException {
        if (all == 0) {
            return;
        }
        String id = "section-" + section.kind();
        html.open("section", "aria-labelledby", id).line();
        html.element("h2", section.title() + " (" + Words.number(all) + ")", "id", id)
                .line();
        for (Sighting sighting : shown) {
            finding(sighting, section.kind());
        }
        if (all > shown.size()) {
            html.element(
                            "p",
                            Words.number(all - shown.size()) + " more are not shown here; all of them are in "
                                    + Format.JSON.fileName() + " and " + Format.CSV.fileName()
                                    + ", where those formats are on.",
                            "class",
                            "more")
                    .line();
        }
        html.close().line();
    }

    private void finding(Sighting sighting, String kind) throws IOException {
        Finding finding = sighting.finding();
        Told told = sighting.told();
        html.open(
                        "article",
                        "data-severity",
                        kind,
                        "data-rule",
                        finding.rule().id(),
                        "data-zone",
                        finding.zone().id())
                .line();
        html.open("h3");
        target(told.target());
        html.close().line();
        html.open("p", "class", "reason").element("span", finding.rule().id(), "class", "rule " + kind);
        html.text(" ")
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
        for (Link link : sighting.first()) {
            Position position = link.reference().position();
            String place = position.line() == 0 ? "" : ":" + position.line() + ":" + position.column();
            html.open("li").open("span", "class", "place");
            html.element("span", Sighting.page(link), "class", "page").element("span", place, "class", "position");
            html.close().text(" ").element("code", Sighting.text(link), "class", "text");
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
    private void target(String target) throws IOException {
        boolean follow = (target.startsWith("https://") || target.startsWith("http://"))
                && !target.startsWith("https://site.invalid/")
                && !target.contains("://***@");
        if (follow) {
            html.element("a", target, "href", target, "rel", "noreferrer noopener nofollow");
        } else {
            html.element("code", target);
        }
    }
}
