// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class QuietWireTest {

    private String before = "";

    @BeforeEach
    void keep() {
        before = System.getProperty(QuietWire.PROPERTY, "");
        System.clearProperty(QuietWire.PROPERTY);
    }

    @AfterEach
    void restore() {
        if (before.isEmpty()) {
            System.clearProperty(QuietWire.PROPERTY);
        } else {
            System.setProperty(QuietWire.PROPERTY, before);
        }
    }

    @Test
    void theClientsLogIsKeptToWarnings() {
        QuietWire.hush();

        assertThat(System.getProperty("org.slf4j.simpleLogger.log.org.apache.hc"))
                .isEqualTo("warn");
    }

    @Test
    void aLevelTheUserChoseStays() {
        System.setProperty(QuietWire.PROPERTY, "debug");

        QuietWire.hush();

        assertThat(System.getProperty(QuietWire.PROPERTY)).isEqualTo("debug");
    }
}
