// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.Link;
import io.github.checklinks.model.Severity;
import io.github.checklinks.report.view.FindingView;

/** A test case of a JUnit report: a link and its finding. */
record JUnitCase(FindingView findingView, Link link) {

    boolean failed() {
        return findingView.finding().severity() == Severity.ERROR;
    }
}
