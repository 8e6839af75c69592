// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Hop;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormatTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0.0 s",
        "PT0.049S, 0.0 s",
        "PT3.16S, 3.2 s",
        "PT59.94S, 59.9 s",
        "PT59.95S, 1 min 0 s",
        "PT2M5.4S, 2 min 5 s",
        "PT59M59.4S, 59 min 59 s",
        "PT1H3M20S, 1 h 3 min",
    })
    void aDurationIsAsExactAsOneCares(Duration time, String words) {
        assertThat(TextFormat.duration(time)).isEqualTo(words);
    }

    @Test
    void statusesAreJoinedInOrder() {
        assertThat(TextFormat.statuses(hops(301, 302, 200))).isEqualTo("301 → 302 → 200");
        assertThat(TextFormat.statuses(hops())).isEmpty();
    }

    @Test
    void whatDidNotAnswerHasNoStatus() {
        assertThat(TextFormat.statuses(hops(302, 302, 0))).isEqualTo("302 → 302");
    }

    @Test
    void ofManyStatusesTheFirstAndTheLastAreShown() {
        int[] many = new int[30];
        Arrays.fill(many, 302);
        many[29] = 200;

        assertThat(TextFormat.statuses(hops(many)))
                .startsWith("302 → 302 → ")
                .endsWith(" → 302 → … → 200")
                .hasSizeLessThan(80);
    }

    private static List<Hop> hops(int... statuses) {
        return Arrays.stream(statuses)
                .mapToObj(status -> new Hop("https://a/", status))
                .toList();
    }

    @Test
    void oneIsSingular() {
        assertThat(TextFormat.count(1, "page")).isEqualTo("1 page");
        assertThat(TextFormat.count(0, "page")).isEqualTo("0 pages");
        assertThat(TextFormat.count(1234567, "page")).isEqualTo("1,234,567 pages");
    }

    @Test
    void theVerdictNamesTheNumberOfKnownBrokenLinks() {
        assertThat(TextFormat.noBrokenLinks(0)).isEqualTo("No broken links");
        assertThat(TextFormat.noBrokenLinks(1100)).isEqualTo("No new broken links, 1,100 known");
    }

    @Test
    void aListIsBrokenBetweenItsItems() {
        assertThat(TextFormat.list("some:", List.of("abc", "def", "a-very-long-one", "g"), 12))
                .containsExactly("some: abc,", "    def,", "    a-very-long-one,", "    g");
        assertThat(TextFormat.list("none:", List.of(), 12)).containsExactly("none:");
    }
}
