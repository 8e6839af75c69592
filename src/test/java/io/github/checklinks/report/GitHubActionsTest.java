// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Sources.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubActionsTest {

    private static final GateResult FAILED = new GateResult(List.of("3 broken links, 0 allowed"), true);

    @TempDir
    Path workspace;

    @Test
    void elsewhereNothingIsSaid() {
        assertThat(GitHubActions.of(Map.of("GITHUB_STEP_SUMMARY", "x"), workspace))
                .isEmpty();
        assertThat(GitHubActions.of(Map.of("GITHUB_ACTIONS", "false"), workspace))
                .isEmpty();
    }

    @Test
    void errorsAndWarningsAreAnnotatedOnTheirSources() {
        Results results = Results.small()
                .sources(link -> link.page().equals("index.html")
                        ? new Source(
                                "src/site/markdown/a,b.md",
                                link.reference().position().line(),
                                false)
                        : null);

        assertThat(annotations(results, "docs"))
                .containsExactly(
                        "::error file=docs/src/site/markdown/a%2Cb.md,line=20,title=check-links%3A missing-file"
                                + "::gone.html: there is no gone.html%0Aindex.html:20:1%0Aand 2 more links to it",
                        "::error file=docs/src/site/markdown/a%2Cb.md,line=12,title=check-links%3A missing-fragment"
                                + "::guide/setup.html#instal: no anchor \"instal\" on guide/setup.html"
                                + " (did you mean #install?)%0Aindex.html:12:9",
                        "::error title=check-links%3A not-found"
                                + "::https://lib.example.com/x?a=1&b=2: 404 Not Found%0Aguide/setup.html:4:5",
                        "::warning file=docs/src/site/markdown/a%2Cb.md,line=14,title=check-links%3A moved"
                                + "::http://old.example.com/: moved to https://new.example.com/"
                                + " (link to https://new.example.com/)%0Aindex.html:14:3",
                        "::warning title=check-links%3A timed-out"
                                + "::https://slow.example.com/: no answer within 20 s%0Aguide/use.html:7:2");
    }

    @Test
    void noTextBecomesACommand() {
        Results results = new Results()
                .with(Results.broken(
                        Rule.PLACEHOLDER,
                        "x",
                        "100% bad\n::stop-commands::x",
                        null,
                        Results.link("a\n::error::b.html", 1, 1, "%0A::error::x\r\n::error::y")));

        assertThat(annotations(results, ""))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).doesNotContain("\n", "\r").contains("%250A::error::x", "100%25 bad"));
    }

    @Test
    void tenOfAKindAreShownAndOneCauseIsReportedOnce() {
        Results results = new Results();
        for (int i = 0; i < 300; i++) {
            Link link = Results.link("p" + i + ".html", 1, 1, "#top");
            results.with(Results.broken(Rule.MISSING_FRAGMENT, "p" + i + ".html#top", "none", null, link));
        }
        IntStream.range(0, 30)
                .forEach(i -> results.with(Results.broken(
                        Rule.MISSING_FILE,
                        "d" + i + "/x",
                        "none",
                        null,
                        Results.link("q.html", i, 1, "d" + i + "/x"))));

        List<String> lines = annotations(results, "");

        assertThat(lines).hasSize(10).allMatch(line -> line.startsWith("::error title="));
        assertThat(lines.get(0)).endsWith("p0.html:1:1%0Aand 299 more targets linked as #top");
    }

    @Test
    void theSummaryIsAppendedWhileThereIsRoom() throws IOException {
        Path summary = workspace.resolve("summary.md");
        Files.writeString(summary, "before\n");
        GitHubActions service = service(summary, "");

        service.summarize(Results.small().build(), FAILED);
        assertThat(summary).content().startsWith("before\n## Links of `https://example.org/docs/`");

        Files.write(summary, new byte[1024 * 1024 - 100]);
        service.summarize(Results.small().build(), FAILED);
        assertThat(summary).hasSize(1024 * 1024 - 100);
    }

    private List<String> annotations(Results results, String base) {
        List<String> lines = new ArrayList<>();
        service(workspace.resolve("s.md"), base).annotate(results.build(), new GateResult(List.of(), true), lines::add);
        return lines;
    }

    private GitHubActions service(Path summary, String base) {
        Map<String, String> environment = Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_WORKSPACE", workspace.toString(),
                "GITHUB_STEP_SUMMARY", summary.toString());
        return GitHubActions.of(environment, workspace.resolve(base)).orElseThrow();
    }
}
