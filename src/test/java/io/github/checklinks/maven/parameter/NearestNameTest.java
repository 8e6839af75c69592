// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> KNOWN =
            List.of("maxBroken", "maxBrokenPercent", "failOn", "failOnStale", "site", "siteUrl", "excludes");

    @Test
    void aSlipOfTheFingerIsFound() {
        assertThat(NearestName.of("maxBrokn", KNOWN)).isEqualTo("maxBroken");
        assertThat(NearestName.of("exlcudes", KNOWN)).isEqualTo("excludes");
    }

    @Test
    void letterCaseDoesNotCount() {
        assertThat(NearestName.of("siteURL", KNOWN)).isEqualTo("siteUrl");
    }

    @Test
    void ofEquallyNearNamesTheOneWithTheSameBeginningIsFound() {
        assertThat(NearestName.of("failOnError", KNOWN)).isEqualTo("failOn");
        assertThat(NearestName.of("exclude", KNOWN)).isEqualTo("excludes");
    }
}
