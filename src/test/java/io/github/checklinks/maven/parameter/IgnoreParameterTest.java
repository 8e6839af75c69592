// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static io.github.checklinks.maven.ConfigurationFixture.configuration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.checklinks.check.policy.Ignore;
import io.github.checklinks.model.Rule;
import io.github.checklinks.url.Patterns;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IgnoreParameterTest {

    @Test
    void allPartsAreRead() {
        Ignore ignore = read("<url>https://example.org/*</url><page>old/*</page><rules>blocked, timed-out</rules>"
                        + "<reason>being moved</reason><until>2027-01-31</until>")
                .get(0);

        assertThat(ignore.url().match("https://example.org/x")).isTrue();
        assertThat(ignore.page().match("old/x.html")).isTrue();
        assertThat(ignore.rules()).containsExactlyInAnyOrder(Rule.BLOCKED, Rule.TIMED_OUT);
        assertThat(ignore.reason()).isEqualTo("being moved");
        assertThat(ignore.until()).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void aMissingPartMatchesAnything() {
        Ignore ignore = read("<url>https://example.org/*</url><reason>being moved</reason>")
                .get(0);

        assertThat(ignore.page()).isSameAs(Patterns.NONE);
        assertThat(ignore.rules()).isEmpty();
        assertThat(ignore.until()).isNull();
    }

    @Test
    void anIgnoreWithoutAReasonIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("<url>https://example.org/*</url>"))
                .withMessageStartingWith("item 1 of ignores needs a reason. Example: <reason>");
    }

    @Test
    void anIgnoreThatWouldMuteEverythingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("<reason>why not</reason>"))
                .withMessageContaining("would suppress everything");
    }

    @Test
    void anUnknownRuleIsReportedWithTheNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("<rules>bloked</rules><reason>x</reason>"))
                .withMessage("unknown rule in item 1 of ignores \"bloked\"; the nearest known name is \"blocked\"");
    }

    @Test
    void whatIsNoVerdictOnABrokenLinkCannotBeMuted() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("<rules>ok</rules><reason>x</reason>"));
    }

    @Test
    void anInvalidDateIsReportedWithAnExample() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("<rules>moved</rules><reason>x</reason><until>31.1.2027</until>"))
                .withMessage("until in item 1 of ignores is \"31.1.2027\" but must be a date as year-month-day."
                        + " Example: <until>2027-01-31</until>");
    }

    @Test
    void onTheCommandLineThereAreNone() {
        assertThat(IgnoreParameter.of(null, null)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IgnoreParameter.of(null, "https://example.org/*"))
                .withMessageContaining("must be set in the POM");
    }

    private static List<Ignore> read(String parts) {
        return IgnoreParameter.of(configuration("<ignores><ignore>" + parts + "</ignore></ignores>"), null);
    }
}
