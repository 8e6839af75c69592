// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Hop;
import io.github.checklinks.text.Printable;
import io.github.checklinks.url.Redaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a finding without user names and passwords.
 *
 * @param target the target URL
 * @param message the reason
 * @param hint the hint; null if there is none
 * @param hops the redirect chain
 */
public record RedactedFinding(
        String target, String message, @Nullable String hint, List<Hop> hops) {

    public static RedactedFinding of(Finding finding) {
        String target = Redaction.url(finding.target());
        return new RedactedFinding(
                UnpublishedSite.shown(target),
                sentence(finding.message(), finding.target(), target),
                finding.hint() == null ? null : sentence(finding.hint(), finding.target(), target),
                finding.hops().stream()
                        .map(hop -> new Hop(UnpublishedSite.shown(Redaction.url(hop.url())), hop.status()))
                        .toList());
    }

    /** Returns the URLs of the redirects, without the first one, which redirects. */
    public List<String> redirects() {
        return hops.stream().skip(1).map(Hop::url).toList();
    }

    /** Returns the same texts without line breaks and control characters. */
    public RedactedFinding printable() {
        return new RedactedFinding(
                Printable.line(target),
                Printable.line(message),
                hint == null ? null : Printable.line(hint),
                hops.stream()
                        .map(hop -> new Hop(Printable.line(hop.url()), hop.status()))
                        .toList());
    }

    /** Redacts a sentence. It may quote a malformed target with spaces, which redaction of prose would end too early. */
    private static String sentence(String text, String target, String redacted) {
        return UnpublishedSite.inText(Redaction.prose(target.equals(redacted) ? text : text.replace(target, redacted)));
    }
}
