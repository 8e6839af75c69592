// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.model.Zone;
import java.util.List;
import java.util.stream.IntStream;

/** Realistic results, for reports in a browser. */
final class Looks {

    private static final List<Rule> RULES = List.of(
            Rule.MISSING_FILE, Rule.MISSING_FRAGMENT, Rule.NOT_FOUND, Rule.PLACEHOLDER, Rule.MOVED, Rule.TIMED_OUT);

    private Looks() {}

    static Results empty() {
        return new Results()
                .skipped(SkipReason.OFFLINE, 41)
                .note(
                        "Links to https://example.org/docs/ (siteUrl from distributionManagement) are resolved against the directory");
    }

    static Results small() {
        return Results.small()
                .with(known())
                .stale("baseline: index.html \"old.html\" is no longer broken")
                .sources(link -> link.page().equals("index.html")
                        ? new Source(
                                "src/site/markdown/index.md",
                                link.reference().position().line(),
                                false)
                        : null);
    }

    private static Finding known() {
        return new Finding(
                Rule.KNOWN,
                Severity.NONE,
                Zone.SITE,
                Results.SITE + "api/Old.html",
                "missing-file: there is no api/Old.html; it is in the baseline (kept until the API documentation moves)",
                null,
                0,
                List.of(),
                0,
                new Once(Results.link("history.html", 88, 12, "api/Old.html")));
    }

    /** 1,500 findings, some with long names. */
    static Results large() {
        Results results =
                new Results().ok(48_211).skipped(SkipReason.EXTERNAL, 3_120).skipped(SkipReason.SCHEME, 77);
        IntStream.range(0, 1500).forEach(i -> results.with(finding(i)));
        return results.sources(link -> link.page().startsWith("guide")
                ? new Source(
                        "src/site/markdown/" + link.page().replace(".html", ".md"),
                        7,
                        link.page().contains("3"))
                : null);
    }

    private static Finding finding(int i) {
        Rule rule = RULES.get(i % RULES.size());
        Zone zone = rule == Rule.NOT_FOUND || rule == Rule.MOVED || rule == Rule.TIMED_OUT ? Zone.EXTERNAL : Zone.SITE;
        String path = i % 7 == 0
                ? "org/example/very/deep/package/name/AClassWithAnExtraordinarilyLongNameThatIsUnusual" + i
                        + ".html#method(java.lang.String,java.util.Map)"
                : "chapter" + i % 9 + "/page" + i + ".html";
        String text = rule == Rule.PLACEHOLDER ? "${project.url}/" + path : "../" + path;
        Link[] links = IntStream.range(0, i % 13 == 0 ? 60 : 1 + i % 3)
                .mapToObj(p -> Results.link("guide/part" + (p / 2 + i) % 120 + ".html", 10 + p, 5, text))
                .toArray(Link[]::new);
        return new Finding(
                rule,
                rule.severity(zone),
                zone,
                zone == Zone.SITE ? Results.SITE + path : "https://host" + i % 4 + ".example.net/" + path,
                message(rule, path),
                rule == Rule.MISSING_FRAGMENT ? "did you mean #install?" : null,
                rule == Rule.NOT_FOUND ? 404 : 0,
                rule == Rule.MOVED
                        ? List.of(
                                new Hop("https://host" + i % 4 + ".example.net/" + path, 301),
                                new Hop("https://www.example.net/a", 302),
                                new Hop("https://www.example.net/b/" + path, 200))
                        : List.of(),
                1,
                new Once(links));
    }

    private static String message(Rule rule, String path) {
        return switch (rule) {
            case NOT_FOUND -> "404 Not Found";
            case TIMED_OUT -> "no answer within 20 s";
            case MOVED -> "moved to https://www.example.net/b/" + path;
            case PLACEHOLDER -> "unresolved placeholder ${project.url}";
            case MISSING_FRAGMENT -> "no anchor \"instal\" on " + path;
            default -> "there is no " + path;
        };
    }
}
