// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.facts.store.LongList;
import org.junit.jupiter.api.Test;

class AnchorIndexTest {

    private final AnchorIndex known = new AnchorIndex();

    @Test
    void anAnchorOfAPageThatWasReadIsKnown() {
        put(3, "setup", "a b");

        assertThat(has(3, "setup")).isTrue();
        assertThat(has(3, "a%20b")).isTrue();
        assertThat(has(3, "other")).isFalse();
    }

    @Test
    void anEmptyFragmentIsOnEveryPage() {
        byte[] text = "x.html#".getBytes(UTF_8);

        assertThat(Fragment.hashOfReference(text, 0, text.length)).isEqualTo(Fragment.TOP);
    }

    @Test
    void noAnchorIsKnownOfAPageThatWasNotRead() {
        put(3, "setup");

        assertThat(has(2, "setup")).isFalse();
        assertThat(has(100_000, "setup")).isFalse();
        assertThat(known.isRead(2)).isFalse();
        assertThat(known.isRead(3)).isTrue();
    }

    @Test
    void pagesBeyondTheFirstHundredsAreKnown() {
        put(1_000, "setup");
        put(1, "other");

        assertThat(has(1_000, "setup")).isTrue();
        assertThat(has(1, "other")).isTrue();
    }

    @Test
    void aTruncatedPageHasAnchorsButIsNotRead() {
        known.putIfAbsent(3, new long[] {7});

        assertThat(known.isRead(3)).isFalse();
        assertThat(known.of(3)).containsExactly(7);
    }

    @Test
    void theAnchorsOfACompletePageRemain() {
        put(3, "setup");
        known.putIfAbsent(3, new long[] {7});

        assertThat(known.isRead(3)).isTrue();
        assertThat(has(3, "setup")).isTrue();
    }

    private void put(int target, String... names) {
        LongList anchors = new LongList();
        for (String name : names) {
            anchors.add(AnchorHash.of(name.getBytes(UTF_8), 0, name.length()));
        }
        known.put(target, anchors.sorted());
    }

    private boolean has(int target, String fragment) {
        byte[] text = fragment.getBytes(UTF_8);
        return Fragment.isIn(known.of(target), Fragment.hash(text, 0, text.length));
    }
}
