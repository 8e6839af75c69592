// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.RatedFindings;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.report.Results;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingKindTest {

    private static final List<Finding> FINDINGS = List.of(
            Results.broken(Rule.MISSING_FILE, "a.html", "no a.html", null, Results.link("index.html", 1, 1, "a.html")),
            Results.outside(
                    Rule.MOVED, "https://other.example/", "moved", 301, Results.link("index.html", 2, 1, "b.html")),
            Results.broken(
                    Rule.MISSING_FRAGMENT, "c.html#x", "no x", null, Results.link("index.html", 3, 1, "c.html#x")),
            Results.broken(Rule.MISSING_FILE, "d.html", "no d.html", null, Results.link("index.html", 4, 1, "d.html")));

    private final OnAccess onAccess = new OnAccess();

    @Test
    void findingsAreSelectedInTheirOrder() {
        assertThat(FindingKind.of(Severity.ERROR).in(FINDINGS))
                .containsExactly(FINDINGS.get(0), FINDINGS.get(2), FINDINGS.get(3));
    }

    @Test
    void findingsOfOtherKindsAreNotCreated() {
        assertThat(FindingKind.of(Severity.WARNING).in(onAccess)).hasSize(1);
        assertThat(onAccess.created).containsExactly(1);
    }

    @Test
    void countingCreatesNoFinding() {
        assertThat(FindingKind.of(Severity.ERROR).count(onAccess)).isEqualTo(3);
        assertThat(FindingKind.of(Severity.ERROR).rules(onAccess))
                .isEqualTo(Map.of(Rule.MISSING_FILE, 2L, Rule.MISSING_FRAGMENT, 1L));
        assertThat(onAccess.created).isEmpty();
    }

    /** Findings that record which of them were created. */
    private static final class OnAccess extends AbstractList<Finding> implements RatedFindings {

        private final List<Integer> created = new ArrayList<>();

        @Override
        public Finding get(int index) {
            created.add(index);
            return FINDINGS.get(index);
        }

        @Override
        public Rule rule(int index) {
            return FINDINGS.get(index).rule();
        }

        @Override
        public Severity severity(int index) {
            return FINDINGS.get(index).severity();
        }

        @Override
        public int size() {
            return FINDINGS.size();
        }
    }
}
