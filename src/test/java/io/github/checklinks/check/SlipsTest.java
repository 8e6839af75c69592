package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "install, instal, 1",
        "install, uninstall, 2",
        "kitten, sitting, 3",
        "ab, ba, 1",
        "maxBorken, maxBroken, 1",
        "ca, abc, 3",
        "A, a, 1"
    })
    void aSlipIsALetterAddedLeftOutReplacedOrSwapped(String one, String other, int slips) {
        assertThat(Slips.between(one, other)).isEqualTo(slips);
        assertThat(Slips.between(other, one)).isEqualTo(slips);
    }
}
