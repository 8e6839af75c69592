// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.html;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.report.view.FindingKind;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.Product;
import io.github.checklinks.report.view.RuleHelp;
import io.github.checklinks.report.view.SharedCause;
import io.github.checklinks.report.view.SharedCauses;
import io.github.checklinks.report.view.TextFormat;
import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The overview in the HTML report: the rules of the findings with advice, and the common causes. */
final class HtmlReasons {

    private final Html html;

    HtmlReasons(Html html) {
        this.html = html;
    }

    /** Writes the overview, or nothing if there are no errors and warnings. */
    void write(CheckResult result, HtmlSections sections) throws IOException {
        Map<Rule, Long> errors = FindingKind.of(Severity.ERROR).rules(result.findings());
        Map<Rule, Long> warnings = FindingKind.of(Severity.WARNING).rules(result.findings());
        if (errors.isEmpty() && warnings.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "reasons").line();
        html.element("h2", "Reasons", "id", "reasons").line();
        html.open("ul", "class", "reasons").line();
        rules(errors, "error");
        rules(warnings, "warning");
        html.close().line();
        if (!sections.causes().isEmpty()) {
            html.element("h3", "Common causes").line();
            html.open("ul", "class", "causes").line();
            int number = 0;
            for (SharedCauses.Group group : sections.causes()) {
                cause(++number, group);
            }
            html.close().line();
        }
        html.close().line();
    }

    private void rules(Map<Rule, Long> counts, String kind) throws IOException {
        List<Map.Entry<Rule, Long>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<Rule, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        for (Map.Entry<Rule, Long> entry : sorted) {
            Rule rule = entry.getKey();
            html.open("li");
            html.open("span", "class", "number")
                    .text(TextFormat.number(entry.getValue()))
                    .close();
            html.text(" ")
                    .element(
                            "span", rule.id(), "class", "rule " + kind, "data-choose", "rule", "data-value", rule.id());
            html.open("span", "class", "details").text(" " + RuleHelp.summary(rule) + " ");
            html.element("span", RuleHelp.advice(rule) + " ", "class", "advice");
            html.element("a", "More about " + rule.id(), "href", Product.page(rule), "rel", "noreferrer noopener");
            html.close().close().line();
        }
    }

    private void cause(int number, SharedCauses.Group group) throws IOException {
        List<FindingView> members = group.members();
        long links = members.stream().mapToLong(FindingView::links).sum();
        BitSet pages = new BitSet();
        members.forEach(member -> member.pages().forEach(pages::set));
        html.open("li");
        html.open("span", "class", "number")
                .text(TextFormat.number(members.size()))
                .close();
        html.text(" ")
                .element("span", words(group), "class", "cause", "data-choose", "cause", "data-value", "" + number);
        html.element(
                "span",
                " " + TextFormat.count(links, "link") + " on " + TextFormat.count(pages.cardinality(), "page"),
                "class",
                "details");
        html.close().line();
    }

    /** Returns what the members of a group share, such as "missing-file in https://example.org/docs/api/". */
    static String words(SharedCauses.Group group) {
        SharedCause sharedCause = group.sharedCause();
        if (sharedCause == null) {
            return "";
        }
        return sharedCause.rule().id() + (sharedCause.words().isEmpty() ? "" : " " + sharedCause.words());
    }
}
