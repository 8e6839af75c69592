// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A URL in a pom, its expressions evaluated.
 *
 * @param kind what it is the URL of
 * @param file the pom it stands in, which may be a parent's
 * @param line 1-based; 0 when it is not known
 */
public record PomUrl(String url, Kind kind, Path file, int line) {

    /** Parts of a pom that reports show. */
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

    /** What the pages of the project-info plugin show, by the names it gives them now and gave them before its version 3. */
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

    /** The parts of a pom that a page shows; empty for a page that is no such report. */
    static List<Kind> shownOn(String page) {
        String name = page.substring(page.lastIndexOf('/') + 1);
        return name.endsWith(".html")
                ? REPORTS.getOrDefault(name.substring(0, name.length() - 5), List.of())
                : List.of();
    }
}
