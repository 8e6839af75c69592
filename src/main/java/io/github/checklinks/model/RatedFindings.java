// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.AbstractList;
import java.util.List;

/** A list of findings that are created on access, but whose rules and severities are known without creating them. */
public interface RatedFindings extends List<Finding> {

    /** Returns the rule of the finding at an index. */
    Rule rule(int index);

    /** Returns the severity of the finding at an index. */
    Severity severity(int index);

    /** Returns a view of any findings; the same list if it is of this kind. */
    static RatedFindings of(List<Finding> findings) {
        return findings instanceof RatedFindings rated ? rated : new Whole(findings);
    }

    /** Findings that exist already. */
    final class Whole extends AbstractList<Finding> implements RatedFindings {

        private final List<Finding> findings;

        private Whole(List<Finding> findings) {
            this.findings = findings;
        }

        @Override
        public Finding get(int index) {
            return findings.get(index);
        }

        @Override
        public Rule rule(int index) {
            return get(index).rule();
        }

        @Override
        public Severity severity(int index) {
            return get(index).severity();
        }

        @Override
        public int size() {
            return findings.size();
        }
    }
}
