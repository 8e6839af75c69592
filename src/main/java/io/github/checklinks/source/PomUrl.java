// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A URL in a POM.
 *
 * @param url the URL, with its expressions evaluated
 * @param kind the part of the POM that it belongs to
 * @param file the POM that contains it, which may be that of a parent
 * @param line the line in that POM, 1-based; 0 if unknown
 */
public record PomUrl(String url, Kind kind, Path file, int line) {

    /** The parts of a POM that reports show. */
    public enum Kind {
        PROJECT,
        ORGANIZATION,
        SCM,
        ISSUES,
        CI,
        LICENSE,
        PERSON,
        MAILING_LIST,
        DISTRIBUTION
    }

    /** The parts shown on the pages of maven-project-info-reports-plugin, by the names of the pages in version 3 and before. */
    private static final Map<String, List<Kind>> REPORTS = Map.ofEntries(
            Map.entry("scm", List.of(Kind.SCM)),
            Map.entry("source-repository", List.of(Kind.SCM)),
            Map.entry("issue-management", List.of(Kind.ISSUES)),
            Map.entry("issue-tracking", List.of(Kind.ISSUES)),
            Map.entry("ci-management", List.of(Kind.CI)),
            Map.entry("integration", List.of(Kind.CI)),
            Map.entry("licenses", List.of(Kind.LICENSE)),
            Map.entry("license", List.of(Kind.LICENSE)),
            Map.entry("team", List.of(Kind.PERSON)),
            Map.entry("team-list", List.of(Kind.PERSON)),
            Map.entry("mailing-lists", List.of(Kind.MAILING_LIST)),
            Map.entry("mail-lists", List.of(Kind.MAILING_LIST)),
            Map.entry("distribution-management", List.of(Kind.DISTRIBUTION)),
            Map.entry("summary", List.of(Kind.PROJECT, Kind.ORGANIZATION)),
            Map.entry("project-summary", List.of(Kind.PROJECT, Kind.ORGANIZATION)));

    /** Returns the parts of a POM that a page shows; empty for a page that is not such a report. */
    static List<Kind> shownOn(String page) {
        String name = page.substring(page.lastIndexOf('/') + 1);
        return name.endsWith(".html")
                ? REPORTS.getOrDefault(name.substring(0, name.length() - 5), List.of())
                : List.of();
    }
}
