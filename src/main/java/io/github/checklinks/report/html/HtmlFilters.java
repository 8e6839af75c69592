// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.html;

import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.SharedCauses;
import io.github.checklinks.report.view.TextFormat;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The filter form above the findings. Without JavaScript it stays hidden, and all findings are shown. */
final class HtmlFilters {

    private final Html html;

    HtmlFilters(Html html) {
        this.html = html;
    }

    /** Writes the form, or nothing if no findings are listed. */
    void write(HtmlSections sections) throws IOException {
        if (sections.listed().isEmpty()) {
            return;
        }
        html.open("form", "id", "filters", "role", "search", "aria-label", "Findings", "hidden", "")
                .line();
        html.open("label", "class", "search")
                .text("Search ")
                .empty("input", "type", "search", "name", "q", "autocomplete", "off", "spellcheck", "false")
                .close()
                .line();
        Map<String, Long> kinds = new LinkedHashMap<>();
        sections.all().forEach(section -> {
            if (!section.listed().isEmpty()) {
                kinds.put(section.kind().id(), (long) section.listed().size());
            }
        });
        select("Severity", "severity", kinds);
        select(
                "Rule",
                "rule",
                count(
                        sections.listed(),
                        findingView -> findingView.finding().rule().id()));
        select(
                "Zone",
                "zone",
                count(
                        sections.listed(),
                        findingView -> findingView.finding().zone().id()));
        causes(sections.causes());
        html.open("fieldset").element("legend", "Group by");
        by("target", "", true);
        by("page", "page", false);
        html.close().line();
        html.element("button", "Clear filters", "type", "reset").line();
        html.element("p", "", "id", "shown", "role", "status").line();
        html.close().line();
    }

    private static Map<String, Long> count(List<FindingView> listed, Function<FindingView, String> property) {
        Map<String, Long> counts = new TreeMap<>();
        listed.forEach(findingView -> counts.merge(property.apply(findingView), 1L, Long::sum));
        return counts;
    }

    private void select(String label, String name, Map<String, Long> counts) throws IOException {
        html.open("label").text(label + " ").open("select", "name", name);
        html.element("option", "all", "value", "");
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            html.element(
                    "option",
                    entry.getKey() + " (" + TextFormat.number(entry.getValue()) + ")",
                    "value",
                    entry.getKey());
        }
        html.close().close().line();
    }

    private void causes(List<SharedCauses.Group> causes) throws IOException {
        if (causes.isEmpty()) {
            return;
        }
        html.open("label").text("Common cause ").open("select", "name", "cause");
        html.element("option", "all", "value", "");
        for (int i = 0; i < causes.size(); i++) {
            html.element("option", HtmlReasons.words(causes.get(i)), "value", "" + (i + 1));
        }
        html.close().close().line();
    }

    private void by(String label, String value, boolean chosen) throws IOException {
        html.open("label");
        if (chosen) {
            html.empty("input", "type", "radio", "name", "by", "value", value, "checked", "");
        } else {
            html.empty("input", "type", "radio", "name", "by", "value", value);
        }
        html.text(" " + label).close();
    }
}
