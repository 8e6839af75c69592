// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class WireLogSilencerTest {

    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void keep() {
        for (String name : WireLogSilencer.PROPERTIES) {
            String value = System.getProperty(name);
            if (value != null) {
                before.put(name, value);
            }
            System.clearProperty(name);
        }
    }

    @AfterEach
    void restore() {
        WireLogSilencer.PROPERTIES.forEach(System::clearProperty);
        before.forEach(System::setProperty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.slf4j.simpleLogger.log.org.apache.hc", "maven.logger.log.org.apache.hc"})
    void theClientsLogIsKeptToWarnings(String name) {
        WireLogSilencer.silence();

        assertThat(System.getProperty(name)).isEqualTo("warn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.slf4j.simpleLogger.log.org.apache.hc", "maven.logger.log.org.apache.hc"})
    void aLevelTheUserChoseStays(String name) {
        System.setProperty(name, "debug");

        WireLogSilencer.silence();

        assertThat(WireLogSilencer.PROPERTIES)
                .filteredOn(each -> System.getProperty(each) != null)
                .containsExactly(name);
        assertThat(System.getProperty(name)).isEqualTo("debug");
    }
}
