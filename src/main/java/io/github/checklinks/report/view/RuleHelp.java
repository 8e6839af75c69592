// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Rule;
import io.github.checklinks.model.RuleText;

/** What a rule means and what to do about it, in full sentences for readers of a report. */
public final class RuleHelp {

    private RuleHelp() {}

    /** Returns the rule's summary as a sentence. */
    public static String summary(Rule rule) {
        String words = RuleText.of(rule).summary();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    /** Returns what to do. */
    public static String advice(Rule rule) {
        return RuleText.of(rule).advice();
    }
}
