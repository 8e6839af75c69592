// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void theNameWithTheFewestChangesIsNear() {
        assertThat(Nearest.of("instalation", List.of("usage", "installation", "installations")))
                .isEqualTo("installation");
    }

    @Test
    void ofTwoEquallyNearNamesNoneIsTaken() {
        assertThat(Nearest.of("pagex", List.of("pagea", "pageb"))).isNull();
    }

    @Test
    void theSameNameTwiceIsNoDoubt() {
        assertThat(Nearest.of("instal", List.of("install", "install"))).isEqualTo("install");
    }

    @Test
    void aNearerOneEndsTheDoubt() {
        assertThat(Nearest.of("configure", List.of("configxyz", "configzyx", "configured")))
                .isEqualTo("configured");
    }

    @Test
    void onlyAQuarterOfTheLettersMayDiffer() {
        assertThat(Nearest.of("setup", List.of("start"))).isNull();
        assertThat(Nearest.of("abcdefgh", List.of("abcdefxy"))).isEqualTo("abcdefxy");
        assertThat(Nearest.of("abcdefgh", List.of("abcdexyz"))).isNull();
    }

    @Test
    void aShortWordWithAnotherLetterIsAnotherWord() {
        assertThat(Nearest.of("faq", List.of("fax"))).isNull();
        assertThat(Nearest.of("java.nio", List.of("java.io"))).isNull();
        assertThat(Nearest.of("use-git-log", List.of("use-gut-log"))).isNull();
        assertThat(Nearest.of("use-guide-log", List.of("use-giude-log"))).isEqualTo("use-giude-log");
    }

    @Test
    void anotherNumberIsAnotherThing() {
        assertThat(Nearest.of("section-12", List.of("section-11"))).isNull();
        assertThat(Nearest.of("mod_http", List.of("mod_http2"))).isNull();
        assertThat(Nearest.of("sectoin-12", List.of("section-11", "section-12")))
                .isEqualTo("section-12");
    }

    @Test
    void aWordMoreIsAnotherThing() {
        assertThat(Nearest.of("javax.transaction", List.of("javax.transaction.xa")))
                .isNull();
        assertThat(Nearest.of("mod_auto_index", List.of("mod_autoindex"))).isEqualTo("mod_autoindex");
    }

    @Test
    void nobodySlipsMoreThanThreeTimes() {
        assertThat(Nearest.of("a-very-long-name-of-something", List.of("a-vory-lang-namo-of-somethong")))
                .isNull();
    }

    @Test
    void nothingIsNearToNothingOrToANovel() {
        assertThat(Nearest.of("", List.of("a"))).isNull();
        assertThat(Nearest.of("a".repeat(201), List.of("a".repeat(201)))).isNull();
        assertThat(Nearest.of("a", List.of())).isNull();
    }
}
