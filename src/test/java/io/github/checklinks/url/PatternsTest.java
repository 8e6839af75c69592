// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PatternsTest {

    static Stream<Arguments> matching() {
        return Table.rows("""
                https://h/a -> https://h/a
                https://h/* -> https://h/
                https://h/* -> https://h/a/b?c#d
                *.png -> https://h/a.png
                * -> ∅
                * -> anything
                ** -> anything
                a*b*c -> abc
                a*b*c -> axxbxxbxxc
                a*bc*bc -> abcbc
                *://h/*/x.html -> https://h/a/b/x.html
                *aa*aa* -> aaaa
                a.c -> a.c
                %regex[https?://h/[0-9]+] -> https://h/42
                %regex[a|b] -> b
                %regex[[]]] -> ]
                """);
    }

    @ParameterizedTest
    @MethodSource("matching")
    void aPatternMatchesTheWholeText(String pattern, String text) {
        assertThat(Patterns.of("excludes", List.of(pattern)).match(text)).isTrue();
    }

    static Stream<Arguments> notMatching() {
        return Table.rows("""
                https://h/a -> https://h/ab
                https://h/a -> https://h/A
                https://h/* -> http://h/a
                *.png -> https://h/a.png?x
                a*b -> a
                ab*bc -> abc
                a*bc*bc -> abc
                *aa*aa* -> aaa
                a.c -> abc
                a?c -> abc
                %regex[a] -> ab
                %regex[a|b] -> ab
                """);
    }

    @ParameterizedTest
    @MethodSource("notMatching")
    void allButTheStarIsLiteral(String pattern, String text) {
        assertThat(Patterns.of("excludes", List.of(pattern)).match(text)).isFalse();
    }

    @Test
    void oneMatchingPatternIsEnough() {
        Patterns patterns = Patterns.of("excludes", List.of("a", "b*", "%regex[c+]", " d "));

        assertThat(List.of("a", "bb", "ccc", "d")).allMatch(patterns::match);
        assertThat(List.of("aa", "cb", " d ")).noneMatch(patterns::match);
        assertThat(patterns.isEmpty()).isFalse();
    }

    @Test
    void noPatternsMatchNothing() {
        assertThat(Patterns.NONE.isEmpty()).isTrue();
        assertThat(Patterns.NONE.match("")).isFalse();
    }

    @Test
    void aWrongRegularExpressionNamesElementAndItem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patterns.of("excludes", List.of("%regex[(a]")))
                .withMessageContaining("<excludes>")
                .withMessageContaining("%regex[(a]")
                .withMessageContaining("Unclosed group")
                .withMessageContaining("see java.util.regex.Pattern");
    }

    @Test
    void aRegularExpressionWithoutItsBracketIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patterns.of("allowPrivate", List.of("%regex[a")))
                .withMessageContaining("<allowPrivate> has the item %regex[a, which does not end");
    }

    @Test
    void anEmptyItemIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patterns.of("excludes", List.of("a", " ")))
                .withMessageContaining("<excludes> has an empty item");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patterns.of("excludes", Arrays.asList("a", null)))
                .withMessageContaining("<excludes> has an empty item");
    }

    @Test
    void aRegularExpressionWithCatastrophicBacktrackingDoesNotMatch() {
        Patterns patterns = Patterns.of("excludes", List.of("%regex[(a+)+b]", "%regex[(.*a){20}b]"));

        assertThat(patterns.match("a".repeat(5000))).isFalse();
    }

    @Test
    void aRegularExpressionThatRecursesTooDeepDoesNotMatch() {
        assertThat(Patterns.of("excludes", List.of("%regex[(a|b)*]")).match("ab".repeat(8000) + "c"))
                .isFalse();
    }

    @Test
    void aRegularExpressionThatIsNestedTooDeepIsRejectedByName() {
        String nested = "(".repeat(20_000) + "a" + ")".repeat(20_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patterns.of("excludes", List.of("%regex[" + nested + "]")))
                .withMessageContaining("<excludes> has the item %regex[(((")
                .withMessageContaining("is not a valid regular expression (Stack overflow");
    }

    @Test
    void aTextTooLongForARegularExpressionIsNotTried() {
        Patterns patterns = Patterns.of("excludes", List.of("%regex[a*]"));

        assertThat(patterns.match("a".repeat(16_384))).isTrue();
        assertThat(patterns.match("a".repeat(16_385))).isFalse();
    }

    @Test
    void manyStarsDoNotBacktrack() {
        Patterns patterns = Patterns.of("excludes", List.of("*a".repeat(500) + "*b"));

        assertThat(patterns.match("a".repeat(1_000_000))).isFalse();
    }
}
