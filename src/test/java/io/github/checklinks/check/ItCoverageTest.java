// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that the integration tests assert. */
class ItCoverageTest {

    private static final Path PROJECTS = Path.of("src/it");

    /** The projects that their own profiles build. */
    private static final List<String> NOT_IN_EVERY_BUILD = List.of("demo", "documentation");

    /** An assertion, up to the line with which something else begins. */
    private static final Pattern ASSERTION = Pattern.compile("(?ms)^assert .*?(?=^[^\\s\\]]|\\z)");

    /** Returns the names of the projects that assert a rule. */
    private static List<String> projects(Rule rule) throws IOException {
        try (Stream<Path> projects = Files.list(PROJECTS)) {
            return projects.filter(project -> asserts(script(project), rule))
                    .map(project -> project.getFileName().toString())
                    .filter(name -> !NOT_IN_EVERY_BUILD.contains(name))
                    .toList();
        }
    }

    private static String script(Path project) {
        Path script = project.resolve("verify.groovy");
        try {
            return Files.exists(script) ? Files.readString(script) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether an assertion of a script has rules, and this one as a text. */
    private static boolean asserts(String script, Rule rule) {
        return ASSERTION
                .matcher(script)
                .results()
                .map(MatchResult::group)
                .anyMatch(assertion -> assertion.contains("rule") && assertion.contains("'" + rule.id() + "'"));
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleIsAssertedByAnIntegrationTest(Rule rule) throws IOException {
        assertThat(projects(rule))
                .as("projects below %s whose verify.groovy asserts the rule %s", PROJECTS, rule.id())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assert ledger*.rule == ['not-found', 'ok']",
                "def log = 'x'\nassert finding.rule == 'ok'\nassert finding.line == 4\n",
                "assert report.collect { [it.rule, it.line] } == [\n    ['moved', 3],\n    ['ok', 4],\n]\n"
            })
    void aRuleThatIsComparedIsAsserted(String script) {
        assertThat(asserts(script, Rule.OK)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// assert rule == 'ok'",
                "assert finding.rule == 'moved'\ndef expected = 'ok'\n",
                "assert finding.rule == 'moved'\n// not 'ok'\n",
                "assert summary.broken == 'ok'",
                "assert finding.rule == 'ok-ish'"
            })
    void aRuleThatIsOnlyMentionedIsNot(String script) {
        assertThat(asserts(script, Rule.OK)).isFalse();
    }
}
