// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Rule;
import io.github.checklinks.model.RuleText;
import io.github.checklinks.report.view.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** References to the documentation in messages and reports. */
class DocumentationTest {

    private static final Path PAGES = Path.of("src/site/markdown");

    @Test
    void itIsWhereThePomSays() throws Exception {
        List<String> urls = found("(?m)^  <url>(.*)</url>$", Files.readString(Path.of("pom.xml")));

        assertThat(urls).containsExactly(Product.DOCUMENTATION);
    }

    @ParameterizedTest
    @EnumSource
    void aRuleHasAHeadingThatReportsLinkTo(Rule rule) throws Exception {
        String page = Files.readString(PAGES.resolve("rules.md"));

        assertThat(Product.page(rule)).isEqualTo(Product.DOCUMENTATION + "rules.html#" + rule.id());
        assertThat(page).contains("\n## " + rule.id() + "\n").contains("(#" + rule.id() + ")");
    }

    @ParameterizedTest
    @EnumSource
    void theSectionOfARuleBeginsWithItsSummary(Rule rule) throws Exception {
        String summary = RuleText.of(rule).summary();

        assertThat(section(rule)).startsWithIgnoringCase(summary).doesNotStartWith(summary);
    }

    @ParameterizedTest
    @EnumSource
    void theFixOfARuleBeginsWithItsAdvice(Rule rule) throws Exception {
        assertThat(section(rule))
                .containsOnlyOnce(" - Fix: " + RuleText.of(rule).advice());
    }

    /** Returns the text below a heading in one line, without the marks of Markdown. */
    private static String section(Rule rule) throws Exception {
        String page = Files.readString(PAGES.resolve("rules.md"));
        String rest = page.substring(
                page.indexOf("\n## " + rule.id() + "\n") + rule.id().length() + 5);
        String section = rest.split("\n## ", 2)[0];
        return section.replaceAll("\\[(.*?)]\\(.*?\\)", "$1")
                .replaceAll("[*`]", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<String> found(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
