// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.text.Printable;
import io.github.checklinks.url.Redaction;
import io.github.checklinks.model.Finding;
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
record Told(String target, String message, @Nullable String hint, List<String> redirects) {

    static Told of(Finding finding) {
        String target = Redaction.url(finding.target());
        return new Told(
                UnknownSite.shown(target),
                sentence(finding.message(), finding.target(), target),
                finding.hint() == null ? null : sentence(finding.hint(), finding.target(), target),
                finding.redirects().stream()
                        .map(Redaction::url)
                        .map(UnknownSite::shown)
                        .toList());
    }

    /** The same in one line that is harmless to show. */
    Told printable() {
        return new Told(
                Printable.line(target),
                Printable.line(message),
                hint == null ? null : Printable.line(hint),
                redirects.stream().map(Printable::line).toList());
    }

    /** A sentence may quote a target that no browser could resolve, whose spaces would end it too early. */
    private static String sentence(String text, String target, String redacted) {
        return UnknownSite.inText(Redaction.prose(target.equals(redacted) ? text : text.replace(target, redacted)));
    }
}
