// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.store.AnchorHash;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentTest {

    private static Fragment of(String text) {
        Fragment fragment = Fragment.of(text);
        assertThat(fragment).isNotNull();
        return java.util.Objects.requireNonNull(fragment);
    }

    private static long[] anchors(String... names) {
        return Stream.of(names)
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .mapToLong(name -> AnchorHash.of(name, 0, name.length))
                .sorted()
                .toArray();
    }

    @Test
    void aReferenceWithoutNumberSignHasNone() {
        assertThat(Fragment.of("a.html?b")).isNull();
        assertThat(Fragment.of("")).isNull();
    }

    @Test
    void itBeginsAtTheFirstNumberSign() {
        assertThat(of("a.html#b#c").raw()).isEqualTo("b#c");
    }

    @Test
    void surroundingSpaceAndLineEndsInsideAreRemoved() {
        assertThat(of("\n #na\tme\r\n ").raw()).isEqualTo("name");
        assertThat(of("#two words ").raw()).isEqualTo("two words");
    }

    @Test
    void aDirectiveIsCutOff() {
        assertThat(of("#:~:text=foo").raw()).isEmpty();
        assertThat(of("#part:~:text=foo").raw()).isEqualTo("part");
        assertThat(of("#part:~text").raw()).isEqualTo("part:~text");
    }

    @Test
    void aMegabyteIsParsedQuickly() {
        for (String piece : new String[] {":~:", "#", "\t", " ", "%", "%41", "\u00e4", "a"}) {
            Fragment long1 = of("#x" + piece.repeat(1_000_000 / piece.length()));

            assertThat(long1.isIn(anchors("x"))).isEqualTo(piece.isBlank() || piece.equals(":~:"));
            assertThat(long1.isTop()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "#top", "#TOP", "#Top", "#%74op", "#:~:text=x", "# "})
    void everyPageHasATop(String text) {
        assertThat(of(text).isTop()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#topic", "#to", "#/top", "#top-1", "#top%20"})
    void otherNamesAreNoTop(String text) {
        assertThat(of(text).isTop()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"#!/home,true", "#/home,true", "#home,false", "#a/b,false", "#,false"})
    void routesBeginWithASlashOrAnExclamationMark(String text, boolean route) {
        assertThat(of(text).isRoute()).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({
        "#%3Cinit%3E(java.lang.String),<init>(java.lang.String)",
        "#a%20b,a%20b",
        "#a%20b,a b",
        "#a b,a b",
        "#a+b,a+b",
        "#100%,100%",
        "#%zz,%zz",
        "#%C3%A4,ä",
        "#ä,ä",
        "#ä,%C3%A4",
        "#a<b,a%3Cb"
    })
    void itIsComparedAsWrittenElseDecoded(String text, String id) {
        assertThat(of(text).isIn(anchors("other", id))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"#Name,name", "#a+b,a b", "#a%2520b,a b", "#nam,name", "#%41 b,%41 b", "#ä,%c3%a4"})
    void aDifferentNameIsNotFound(String text, String id) {
        assertThat(of(text).isIn(anchors("other", id))).isFalse();
    }
}
