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
        assertThat(Nearest.of("page3", List.of("page1", "page2"))).isNull();
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
    void aShortNameMayDifferInOneLetter() {
        assertThat(Nearest.of("faq", List.of("fax"))).isEqualTo("fax");
        assertThat(Nearest.of("faq", List.of("fox"))).isNull();
    }

    @Test
    void nothingIsNearToNothingOrToANovel() {
        assertThat(Nearest.of("", List.of("a"))).isNull();
        assertThat(Nearest.of("a".repeat(201), List.of("a".repeat(201)))).isNull();
        assertThat(Nearest.of("a", List.of())).isNull();
    }
}
