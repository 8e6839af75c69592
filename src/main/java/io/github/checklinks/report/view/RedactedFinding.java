// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Finding;
import io.github.checklinks.text.Printable;
import io.github.checklinks.url.Redaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a finding, without names and passwords.
 *
 * @param target the finding's
 * @param message the finding's
 * @param hint the finding's
 * @param redirects the finding's
 */
public record RedactedFinding(
        String target, String message, @Nullable String hint, List<String> redirects) {

    public static RedactedFinding of(Finding finding) {
        String target = Redaction.url(finding.target());
        return new RedactedFinding(
                UnpublishedSite.shown(target),
                sentence(finding.message(), finding.target(), target),
                finding.hint() == null ? null : sentence(finding.hint(), finding.target(), target),
                finding.redirects().stream()
                        .map(Redaction::url)
                        .map(UnpublishedSite::shown)
                        .toList());
    }

    /** The same in one line that is harmless to show. */
    public RedactedFinding printable() {
        return new RedactedFinding(
                Printable.line(target),
                Printable.line(message),
                hint == null ? null : Printable.line(hint),
                redirects.stream().map(Printable::line).toList());
    }

    /** A sentence may quote a target that no browser could resolve, whose spaces would end it too early. */
    private static String sentence(String text, String target, String redacted) {
        return UnpublishedSite.inText(Redaction.prose(target.equals(redacted) ? text : text.replace(target, redacted)));
    }
}
