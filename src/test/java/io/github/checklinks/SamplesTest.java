// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Samples<String> STRINGS = Samples.strings(List.of("a", "bc", "\"\n"), 12);

    private static <V> List<V> values(Samples<V> samples, int count) {
        List<V> values = new ArrayList<>();
        samples.check(count, values::add);
        return values;
    }

    @Test
    void theSameSamplesComeInEveryRun() {
        assertThat(values(STRINGS, 100)).isEqualTo(values(STRINGS, 100)).contains("", "a", "bc");
    }

    @Test
    void aFailingSampleIsReportedWithItsNumberAndTheFewestPartsThatFail() {
        List<String> values = values(STRINGS, 100);
        int number = 1
                + IntStream.range(0, 100)
                        .filter(i -> values.get(i).contains("abc"))
                        .findFirst()
                        .orElseThrow();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> STRINGS.check(
                        100, text -> assertThat(text).as("the text").doesNotContain("abc")))
                .withMessageStartingWith("sample " + number + " of 100 fails: [\"")
                .withMessageEndingWith("when reduced to [\"a\", \"bc\"]")
                .havingCause()
                .withMessageContaining("the text");
    }

    @Test
    void aFailingSampleIsNotReducedToOneThatFailsOtherwise() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> STRINGS.check(100, List.of(3), (length, text) -> {
                    if (text.isEmpty()) {
                        return;
                    }
                    if (text.length() < length) {
                        throw new IllegalStateException();
                    }
                    assertThat(text).doesNotContain("\"\n");
                }))
                .withMessageMatching("sample \\d+ of 100 with 3 fails: (?s:.*)reduced to \\[.*\"\\\\\"\\\\u000a\".*]");
    }

    @Test
    void stringsHoldPairedAndUnpairedSurrogates() {
        List<String> values = values(Samples.strings(30), 1000);

        assertThat(values).anyMatch(text -> text.codePoints().anyMatch(Character::isSupplementaryCodePoint));
        assertThat(values)
                .anyMatch(text -> text.codePoints().anyMatch(c -> c <= 0xFFFF && Character.isSurrogate((char) c)));
    }

    @Test
    void kindsAreMixed() {
        Samples<Integer> lengths = Samples.oneOf(
                Samples.bytes(5).map(bytes -> bytes.length),
                Samples.texts(random -> "0123456789").map(String::length));

        assertThat(values(lengths, 100)).contains(0, 5, 10).allMatch(length -> length <= 5 || length == 10);
    }
}
