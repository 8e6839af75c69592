// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownAnchorsTest {

    private final KnownAnchors known = new KnownAnchors();

    @Test
    void anAnchorOfAFileThatWasReadIsKnown() {
        put(3, "setup", "a b");

        assertThat(have(3, "x.html#setup")).isTrue();
        assertThat(have(3, "x.html#a%20b")).isTrue();
        assertThat(have(3, "x.html#")).isTrue();
        assertThat(have(3, "x.html#other")).isFalse();
    }

    @Test
    void nothingIsKnownOfAFileThatWasNotRead() {
        put(3, "setup");

        assertThat(have(2, "x.html#setup")).isFalse();
        assertThat(have(100_000, "x.html#setup")).isFalse();
    }

    @Test
    void filesBeyondTheFirstHundredsAreKnown() {
        put(1_000, "setup");
        put(1, "other");

        assertThat(have(1_000, "#setup")).isTrue();
        assertThat(have(1, "#other")).isTrue();
    }

    private void put(int file, String... names) {
        LongList anchors = new LongList();
        for (String name : names) {
            anchors.add(AnchorHash.of(name.getBytes(UTF_8), 0, name.length()));
        }
        known.put(file, anchors.sorted());
    }

    private boolean have(int file, String reference) {
        byte[] text = reference.getBytes(UTF_8);
        return known.have(file, text, 0, text.length);
    }
}
