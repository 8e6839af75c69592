// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.ResultFilter;
import io.github.checklinks.url.Redaction;

/** A result without user names and passwords: the only form in which a result leaves this package, so that no report can forget it. */
final class RedactedText extends ResultFilter {

    private static final RedactedText FILTER = new RedactedText();

    private RedactedText() {}

    /** Returns the redacted form of a result. */
    static CheckResult of(CheckResult result) {
        return FILTER.filter(result);
    }

    @Override
    protected String url(String url) {
        return Redaction.url(url);
    }

    @Override
    protected String sentence(String text) {
        return Redaction.prose(text);
    }

    @Override
    protected String name(String name) {
        return name;
    }

    @Override
    protected String target(Finding finding) {
        return withoutUserinfo(finding, Redaction.url(finding.target()));
    }

    /** Redacts a text about a finding. It may quote a malformed target with spaces, at which the redaction of prose would end. */
    @Override
    protected String sentence(Finding finding, String text) {
        String target = finding.target();
        String redacted = Redaction.url(target);
        String known = target.equals(redacted) ? text : text.replace(target, redacted);
        return Redaction.prose(withoutUserinfo(finding, known));
    }

    /** Redacts a userinfo that a browser reads as a path. Reads a link only if the text contains an {@code @}. */
    private static String withoutUserinfo(Finding finding, String text) {
        return text.indexOf('@') < 0
                ? text
                : Redaction.userinfoWithoutSlashes(
                        finding.links().get(0).reference().text(), text);
    }
}
