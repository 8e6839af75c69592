// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.ResultFilter;
import io.github.checklinks.text.Printable;

/**
 * A result in which each text is one line that is safe to print. What is displayed as it is gets this form; a format for programs
 * escapes control characters and keeps the exact texts.
 */
public final class PrintableText extends ResultFilter {

    private static final PrintableText FILTER = new PrintableText();

    private PrintableText() {}

    /** Returns the printable form of a result. */
    public static CheckResult of(CheckResult result) {
        return FILTER.filter(result);
    }

    /** Returns the printable form of a decision. */
    public static GateResult of(GateResult gate) {
        return FILTER.filter(gate);
    }

    @Override
    protected String url(String url) {
        return Printable.line(url);
    }

    @Override
    protected String sentence(String text) {
        return Printable.line(text);
    }

    @Override
    protected String name(String name) {
        return Printable.line(name);
    }
}
