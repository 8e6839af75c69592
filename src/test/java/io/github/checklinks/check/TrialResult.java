// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.CheckedLink;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.PagedLinks;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The result of a check, copied so that it remains valid after the check is closed.
 *
 * @param findings the findings with their links
 * @param ledger the entries of the ledger in order
 */
public record TrialResult(CheckResult result, List<Finding> findings, List<CheckedLink> ledger) {

    static TrialResult of(CheckResult result) throws IOException {
        List<CheckedLink> ledger = new ArrayList<>();
        result.ledger().forEach(ledger::add);
        for (Finding finding : result.findings()) {
            assertThat(finding.links()).isInstanceOfSatisfying(PagedLinks.class, TrialResult::knowsItsPages);
        }
        TrialResult trial = new TrialResult(
                result, result.findings().stream().map(TrialResult::kept).toList(), List.copyOf(ledger));
        trial.addsUp();
        return trial;
    }

    private static void knowsItsPages(PagedLinks links) {
        for (int i = 0; i < links.size(); i++) {
            assertThat(links.page(i)).isEqualTo(links.get(i).page());
        }
    }

    private static Finding kept(Finding finding) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.zone(),
                finding.target(),
                finding.message(),
                finding.hint(),
                finding.status(),
                finding.hops(),
                finding.attempts(),
                List.copyOf(finding.links()),
                finding.answer());
    }

    /** Asserts what is true of every check. */
    private void addsUp() {
        Summary s = summary();
        assertThat(s.ok() + s.redirected() + s.skipped() + s.known() + s.warnings() + s.broken())
                .as("the classes of %s", s)
                .isEqualTo(s.targets());
        assertThat(skipped().values().stream().mapToLong(Long::longValue).sum())
                .as("skip reasons %s", skipped())
                .isEqualTo(s.skipped());
        assertThat(findings).allSatisfy(finding -> assertThat(finding.links()).isNotEmpty());
    }

    Summary summary() {
        return result.summary();
    }

    Map<SkipReason, Long> skipped() {
        return result.skipped();
    }

    /** Returns the only finding. */
    public Finding finding() {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    /** Returns the only finding of a rule. */
    Finding finding(Rule rule) {
        List<Finding> ofRule =
                findings.stream().filter(finding -> finding.rule() == rule).toList();
        assertThat(ofRule).as("%s among %s", rule, findings).hasSize(1);
        return ofRule.get(0);
    }

    /** Returns the rule of the only ledger entry with this text, with the detail after a colon if there is one. */
    String verdict(String text) {
        List<String> verdicts = ledger.stream()
                .filter(link -> link.link().reference().text().equals(text))
                .map(TrialResult::verdict)
                .distinct()
                .toList();
        assertThat(verdicts).as("verdicts on \"%s\" in %s", text, ledger).hasSize(1);
        return verdicts.get(0);
    }

    private static String verdict(CheckedLink link) {
        String detail = link.verdict().detail();
        return link.verdict().rule().id() + (detail == null ? "" : ": " + detail);
    }

    /** Returns the entries of the ledger as lines: place, text, target and verdict. */
    List<String> lines() {
        return ledger.stream().map(TrialResult::line).toList();
    }

    private static String line(CheckedLink link) {
        return place(link.link()) + " -> " + link.target() + " " + verdict(link);
    }

    /** Returns the position and text of a link: {@code index.html:3:1 a@href guide.html}. */
    static String place(Link link) {
        Reference reference = link.reference();
        return link.page() + ":" + reference.position().line() + ":"
                + reference.position().column() + " " + reference.element() + "@" + reference.attribute() + " "
                + reference.text();
    }

    /** Returns the findings as lines, without what depends on a server. */
    List<String> facts() {
        return findings.stream()
                .map(finding -> finding.rule().id() + " " + finding.severity() + " " + finding.target() + " "
                        + finding.links().stream().map(TrialResult::place).toList())
                .toList();
    }
}
