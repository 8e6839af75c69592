// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PercentCodingTest {

    static Stream<Arguments> encoded() {
        return Table.rows("""
                ∅ -> ∅
                plain -> plain
                a+b -> a+b
                a%20b -> a␠b
                %61%62 -> ab
                %c3%BC -> ü
                %E2%82%AC -> €
                %F0%9F%98%80 -> 😀
                ü%C3%BCü -> üüü
                %2520 -> %20
                % -> %
                %4 -> %4
                a% -> a%
                %zz%41 -> %zzA
                %%41 -> %A
                %FF -> \uFFFD
                %C3 -> \uFFFD
                %C3x -> \uFFFDx
                %C3ü -> \uFFFDü
                %C3%41 -> \uFFFDA
                %C0%80 -> \uFFFD\uFFFD
                %E2%82 -> \uFFFD
                %E2%82%41 -> \uFFFDA
                %ED%A0%80 -> \uFFFD\uFFFD\uFFFD
                %F0%80%80%41 -> \uFFFD\uFFFD\uFFFDA
                %F4%90%80%80 -> \uFFFD\uFFFD\uFFFD\uFFFD
                %F5 -> \uFFFD
                %EF%BB%BFa -> \uFEFFa
                """);
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void textIsDecodedOnceAsUtf8(String encoded, String decoded) {
        assertThat(PercentCoding.decode(encoded)).isEqualTo(decoded);
    }

    @Test
    void textWithoutPercentSignIsReturnedUnchanged() {
        String text = "some/text";

        assertThat(PercentCoding.decode(text)).isSameAs(text);
    }

    static Stream<Arguments> paths() {
        return Table.rows("""
                a/b.html -> a/b.html
                a␠b -> a%20b
                ␠ -> %20
                a%20b -> a%2520b
                a?b#c -> a%3Fb%23c
                a\\b -> a%5Cb
                a"<>^`{}|'[];=@:+& -> a%22%3C%3E%5E%60%7B%7D|'[];=@:+&
                a␉b␊c -> a%09b%0Ac
                ü/€/😀 -> %C3%BC/%E2%82%AC/%F0%9F%98%80
                """);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aPathIsEncodedSoThatItParsesToItself(String path, String encoded) {
        assertThat(PercentCoding.encodePath(path)).isEqualTo(encoded);
        assertThat(WebUrl.parse("https://h/" + encoded)).isInstanceOfSatisfying(WebUrl.class, url -> {
            assertThat(url.path()).isEqualTo("/" + encoded);
            assertThat(PercentCoding.decode(url.path())).isEqualTo("/" + path);
        });
    }

    @Test
    void anUnpairedSurrogateIsEncodedAsReplacement() {
        assertThat(PercentCoding.encodePath("\uD83Dx\uDE00")).isEqualTo("%EF%BF%BDx%EF%BF%BD");
    }

    @Test
    void aFragmentIsEncodedAsInAUrl() {
        String fragment = "<init>(int[]) `ü` 100% \"x\" {}^|\\";

        assertThat(PercentCoding.encodeFragment(fragment))
                .isEqualTo("%3Cinit%3E(int[])%20%60%C3%BC%60%20100%%20%22x%22%20{}^|\\");
        assertThat(((WebUrl) WebUrl.parse("https://h/#" + fragment)).fragment())
                .isEqualTo(PercentCoding.encodeFragment(fragment));
    }
}
