// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Hop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a finding as reports show them: without the placeholder of an unpublished site.
 *
 * @param target the target URL
 * @param message the reason
 * @param hint the hint; null if there is none
 * @param hops the redirect chain
 */
public record FindingTexts(
        String target, String message, @Nullable String hint, List<Hop> hops) {

    /** Returns the texts of a finding. */
    public static FindingTexts of(Finding finding) {
        return new FindingTexts(
                UnpublishedSite.shown(finding.target()),
                UnpublishedSite.inText(finding.message()),
                finding.hint() == null ? null : UnpublishedSite.inText(finding.hint()),
                hops(finding.hops()));
    }

    private static List<Hop> hops(List<Hop> hops) {
        return hops.isEmpty()
                ? hops
                : hops.stream()
                        .map(hop -> new Hop(UnpublishedSite.shown(hop.url()), hop.status()))
                        .toList();
    }

    /** Returns the URLs of the redirects, without the first one, which redirects. */
    public List<String> redirects() {
        return hops.isEmpty() ? List.of() : hops.stream().skip(1).map(Hop::url).toList();
    }
}
