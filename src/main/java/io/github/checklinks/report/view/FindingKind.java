// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.RatedFindings;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A selection of findings by rule and severity. Counting and selecting creates no other findings, of which there may be millions. */
@FunctionalInterface
public interface FindingKind {

    /** Returns whether findings with a rule and a severity are selected. */
    boolean includes(Rule rule, Severity severity);

    /** Returns the findings of a severity. */
    static FindingKind of(Severity wanted) {
        return (rule, severity) -> severity == wanted;
    }

    /** Returns the selected findings in their order. */
    default Stream<Finding> in(List<Finding> findings) {
        return indexes(RatedFindings.of(findings)).mapToObj(findings::get);
    }

    /** Returns the number of selected findings. */
    default long count(List<Finding> findings) {
        return indexes(RatedFindings.of(findings)).count();
    }

    /** Returns the number of selected findings of each rule that has any, in the order of the documentation. */
    default Map<Rule, Long> rules(List<Finding> findings) {
        Map<Rule, Long> rules = new EnumMap<>(Rule.class);
        RatedFindings rated = RatedFindings.of(findings);
        indexes(rated).forEach(index -> rules.merge(rated.rule(index), 1L, Long::sum));
        return rules;
    }

    private IntStream indexes(RatedFindings findings) {
        return IntStream.range(0, findings.size())
                .filter(index -> includes(findings.rule(index), findings.severity(index)));
    }
}
