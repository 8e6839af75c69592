// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static io.github.checklinks.maven.ConfigurationFixture.configuration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class HeaderParameterTest {

    @Test
    void aHeaderIsALineWithNameAndValue() {
        assertThat(HeaderParameter.of(
                        configuration("<headers><header>Authorization: Basic Zm9vOmJhcg==</header></headers>"), null))
                .containsExactly(entry("Authorization", "Basic Zm9vOmJhcg=="));
    }

    @Test
    void aHeaderMayBeNamedByItsElement() {
        assertThat(HeaderParameter.of(
                        configuration("<headers><X-Token>a:b</X-Token><Accept-Language>en</Accept-Language></headers>"),
                        null))
                .containsExactly(entry("X-Token", "a:b"), entry("Accept-Language", "en"));
    }

    @Test
    void onTheCommandLineACommaInsideAValueIsLeftAlone() {
        assertThat(HeaderParameter.of(null, "Accept-Language: en, de;q=0.5,X-Token: 1"))
                .containsExactly(entry("Accept-Language", "en, de;q=0.5"), entry("X-Token", "1"));
    }

    @Test
    void nothingMeansNoHeaders() {
        assertThat(HeaderParameter.of(null, null)).isEmpty();
    }

    @Test
    void theMessageForAWrongHeaderDoesNotHoldItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderParameter.of(null, "Bearer s3cret"))
                .withMessageContaining("item 1 of headers")
                .withMessageContaining("<header>Accept-Language: en</header>")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void aLineEndInAValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        HeaderParameter.of(configuration("<headers><header>X-A: b\nX-C: d</header></headers>"), null));
    }
}
