// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.json.JsonWriter;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import io.github.checklinks.report.view.Product;
import io.github.checklinks.report.view.RuleHelp;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The part of a SARIF file that describes the tool and its rules (SARIF §3.18, §3.49). */
final class SarifRules {

    private static final Set<Rule> NEVER_FOUND = EnumSet.of(Rule.OK, Rule.SKIPPED, Rule.KNOWN);
    private static final List<Rule> RULES = List.copyOf(EnumSet.complementOf(EnumSet.copyOf(NEVER_FOUND)));

    /** The index of the rule of {@link SarifStale}, after all other rules. */
    static final int STALE = RULES.size();

    private SarifRules() {}

    /** Returns the index of the rule in the list; -1 for a rule that no result has. */
    static int index(Rule rule) {
        return RULES.indexOf(rule);
    }

    static void tool(CheckResult result, JsonWriter json) throws IOException {
        json.object("tool")
                .object("driver")
                .field("name", Product.NAME)
                .optional("semanticVersion", Product.version())
                .field("informationUri", Product.DOCUMENTATION)
                .array("rules");
        for (Rule rule : RULES) {
            rule(rule, json);
        }
        if (!result.stale().isEmpty()) {
            SarifStale.rule(json);
        }
        json.end().end().end();
    }

    private static void rule(Rule rule, JsonWriter json) throws IOException {
        String summary = RuleHelp.summary(rule);
        String advice = RuleHelp.advice(rule);
        String page = Product.page(rule);
        json.object().field("id", rule.id()).field("name", rule.id());
        json.row("shortDescription").field("text", summary).end();
        json.row("fullDescription").field("text", summary + " " + advice).end();
        json.field("helpUri", page);
        json.row("help")
                .field("text", advice + " See " + page)
                .field("markdown", advice + " [More about " + rule.id() + "](" + page + ")")
                .end();
        Severity severity = rule.severity(Zone.SITE);
        json.row("defaultConfiguration").field("level", severity.id()).end();
        json.row("properties").array("tags").value("links").value("documentation");
        json.end().field("precision", "very-high").end();
        json.end();
    }
}
