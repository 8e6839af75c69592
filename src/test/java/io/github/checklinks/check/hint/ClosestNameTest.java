// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosestNameTest {

    @Test
    void theNameWithTheSmallestEditDistanceIsChosen() {
        assertThat(ClosestName.of("instalation", List.of("usage", "installation", "installations")))
                .isEqualTo("installation");
    }

    @Test
    void noneOfTwoEquallyCloseNamesIsChosen() {
        assertThat(ClosestName.of("pagex", List.of("pagea", "pageb"))).isNull();
    }

    @Test
    void aDuplicateNameIsNotAmbiguous() {
        assertThat(ClosestName.of("instal", List.of("install", "install"))).isEqualTo("install");
    }

    @Test
    void aCloserNameResolvesTheAmbiguity() {
        assertThat(ClosestName.of("configure", List.of("configxyz", "configzyx", "configured")))
                .isEqualTo("configured");
    }

    @Test
    void onlyAQuarterOfTheLettersMayDiffer() {
        assertThat(ClosestName.of("setup", List.of("start"))).isNull();
        assertThat(ClosestName.of("abcdefgh", List.of("abcdefxy"))).isEqualTo("abcdefxy");
        assertThat(ClosestName.of("abcdefgh", List.of("abcdexyz"))).isNull();
    }

    @Test
    void aShortWordWithADifferentLetterIsADifferentWord() {
        assertThat(ClosestName.of("faq", List.of("fax"))).isNull();
        assertThat(ClosestName.of("java.nio", List.of("java.io"))).isNull();
        assertThat(ClosestName.of("use-git-log", List.of("use-gut-log"))).isNull();
        assertThat(ClosestName.of("use-guide-log", List.of("use-giude-log"))).isEqualTo("use-giude-log");
    }

    @Test
    void aDifferentNumberIsNoTypo() {
        assertThat(ClosestName.of("section-12", List.of("section-11"))).isNull();
        assertThat(ClosestName.of("mod_http", List.of("mod_http2"))).isNull();
        assertThat(ClosestName.of("sectoin-12", List.of("section-11", "section-12")))
                .isEqualTo("section-12");
    }

    @Test
    void anAdditionalWordIsNoTypo() {
        assertThat(ClosestName.of("javax.transaction", List.of("javax.transaction.xa")))
                .isNull();
        assertThat(ClosestName.of("mod_auto_index", List.of("mod_autoindex"))).isEqualTo("mod_autoindex");
    }

    @Test
    void aNameHasThreeTyposAtMost() {
        assertThat(ClosestName.of("a-very-long-name-of-something", List.of("a-vory-lang-namo-of-somethong")))
                .isNull();
    }

    @Test
    void emptyAndVeryLongNamesHaveNoClosestName() {
        assertThat(ClosestName.of("", List.of("a"))).isNull();
        assertThat(ClosestName.of("a".repeat(201), List.of("a".repeat(201)))).isNull();
        assertThat(ClosestName.of("a", List.of())).isNull();
    }
}
