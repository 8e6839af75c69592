// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Rule;
import io.github.checklinks.report.view.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    @Test
    void everyRuleHasAFix() throws Exception {
        String page = Files.readString(PAGES.resolve("rules.md"));
        List<String> fixable = found("(?s)\n## ([a-z-]+)\n(?:(?!\n## ).)*?\n- \\*\\*Fix:", page);

        assertThat(fixable)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::id).toList());
    }

    private static List<String> found(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
