// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.html;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Rule;
import io.github.checklinks.report.view.FindingTexts;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.Product;
import io.github.checklinks.report.view.TextFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The findings of the HTML report in sections, one card each. */
final class HtmlFindings {

    private final Html html;
    private final String site;

    HtmlFindings(Html html, String site) {
        this.html = html;
        this.site = site;
    }

    /** Writes a section with its findings, or nothing if there are none. */
    void section(HtmlSections.Section section, HtmlSections sections) throws IOException {
        if (section.all() == 0) {
            return;
        }
        HtmlSections.Kind kind = section.kind();
        String id = "section-" + kind.id();
        html.open("section", "aria-labelledby", id).line();
        html.element("h2", kind.title() + " (" + TextFormat.number(section.all()) + ")", "id", id)
                .line();
        if (section.all() != section.targets()) {
            html.element(
                            "p",
                            "These are counted as " + TextFormat.count(section.targets(), "target")
                                    + " above: each target is counted once, under its most severe verdict.",
                            "class",
                            "more")
                    .line();
        }
        for (FindingView findingView : section.listed()) {
            finding(findingView, kind.id(), sections.cause(findingView));
        }
        long more = section.all() - section.listed().size();
        if (more > 0) {
            html.element(
                            "p",
                            TextFormat.number(more) + " more are not shown here; "
                                    + Product.JSON_FILE + " and " + Product.CSV_FILE
                                    + " list all of them if these formats are enabled.",
                            "class",
                            "more",
                            "data-more",
                            "" + more)
                    .line();
        }
        html.close().line();
    }

    private void finding(FindingView findingView, String kind, int cause) throws IOException {
        Finding finding = findingView.finding();
        FindingTexts texts = findingView.texts();
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
        if (findingView.more() > 0) {
            attributes.addAll(List.of("data-more", "" + findingView.more()));
        }
        html.open("article", attributes.toArray(String[]::new)).line();
        html.open("h3");
        target(finding.rule(), texts.target());
        html.close().line();
        html.open("p", "class", "reason")
                .element("span", finding.rule().id(), "class", "rule " + kind)
                .text(" ")
                .element("span", texts.message(), "class", "message")
                .close()
                .line();
        if (texts.hint() != null) {
            html.element("p", texts.hint(), "class", "hint").line();
        }
        if (!texts.hops().isEmpty()) {
            html.element("p", "Redirect chain:", "class", "redirects").open("ol", "class", "redirects");
            for (Hop hop : texts.hops()) {
                html.open("li").text(hop.status() == 0 ? "" : hop.status() + " ");
                html.element("code", hop.url()).close();
            }
            html.close().line();
        }
        places(findingView);
        html.close().line();
    }

    private void places(FindingView findingView) throws IOException {
        html.open("ul", "class", "places").line();
        // The text is omitted if it equals the heading or the text before.
        String before = findingView.texts().target();
        for (Link link : findingView.first()) {
            Position position = link.reference().position();
            String place = position.line() == 0 ? "" : ":" + position.line() + ":" + position.column();
            html.open("li").open("span", "class", "place");
            html.element("span", FindingView.page(link), "class", "page").element("span", place, "class", "position");
            html.close().text(" ");
            String text = FindingView.text(link);
            if (!text.equals(before)) {
                html.element("code", text.isBlank() ? "(empty)" : text, "class", "text");
                before = text;
            }
            String source = findingView.source(link);
            if (!source.isEmpty()) {
                html.text(" ")
                        .open("span", "class", "source")
                        .text("in ")
                        .element("code", source)
                        .close();
            }
            html.close().line();
        }
        if (findingView.more() > 0) {
            html.element(
                            "li",
                            "and " + TextFormat.number(findingView.more()) + " more on "
                                    + TextFormat.count(findingView.otherPages(), "page"),
                            "class",
                            "more")
                    .line();
        }
        html.close().line();
    }

    /** Writes the target, as a link only if it is an http or https URL: a page may contain {@code javascript:} URLs. */
    private void target(Rule rule, String target) throws IOException {
        boolean isLink = (target.startsWith("https://") || target.startsWith("http://"))
                && rule != Rule.MALFORMED_URL
                && rule != Rule.PLACEHOLDER
                && !target.contains("://***@");
        if (!isLink) {
            html.element("code", target.isBlank() ? "(empty)" : target);
            return;
        }
        html.open("a", "href", target, "rel", "noreferrer noopener nofollow");
        // The base URL of the site is common to most targets, so it is less prominent.
        int base = target.startsWith(site) && target.length() > site.length() ? site.length() : 0;
        if (base > 0) {
            html.element("span", target.substring(0, base), "class", "base");
        }
        html.text(target.substring(base)).close();
    }
}
