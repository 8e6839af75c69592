// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.SoundLinks;
import io.github.checklinks.facts.store.NameHash;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReferenceCacheTest {

    private final ReferenceCache referenceCache = new ReferenceCache();

    private int find(String text) {
        byte[] utf8 = bytes(text);
        return referenceCache.find(utf8, 0, utf8.length, NameHash.of(utf8, 0, utf8.length));
    }

    private int add(String text, int target, LinkState linkState, int traits) {
        byte[] utf8 = bytes(text);
        return referenceCache.add(utf8, 0, utf8.length, NameHash.of(utf8, 0, utf8.length), target, linkState, traits);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void itReturnsWhatWasAdded() {
        int entry = add("../guide.html", 7, LinkState.OUTSIDE, SoundLinks.EXISTS);

        assertThat(find("../guide.html")).isEqualTo(entry);
        assertThat(referenceCache.target(entry)).isEqualTo(7);
        assertThat(referenceCache.linkState(entry)).isEqualTo(LinkState.OUTSIDE);
        assertThat(referenceCache.traits(entry)).isEqualTo(SoundLinks.EXISTS);
        assertThat(find("../guide.htm")).isEqualTo(-1);
        assertThat(find("")).isEqualTo(-1);
    }

    @Test
    void itGrows() {
        for (int i = 0; i < 5_000; i++) {
            add("page" + i, i, LinkState.ORDINARY, 0);
        }

        for (int i = 0; i < 5_000; i++) {
            assertThat(referenceCache.target(find("page" + i))).isEqualTo(i);
        }
    }

    @Test
    void itStaysSmallWhateverADirectoryContains() {
        String longText = "x".repeat(1_000);
        for (int i = 0; i < 2_000; i++) {
            int entry = add(longText + i, i, LinkState.ORDINARY, 0);
            assertThat(find(longText + i)).isEqualTo(entry);
        }

        assertThat(find(longText + 0)).isEqualTo(-1);
    }

    @Test
    void itIsEmptyAfterClear() {
        for (int i = 0; i < 10_000; i++) {
            add("page" + i, i, LinkState.ORDINARY, 0);
        }
        referenceCache.clear();

        assertThat(find("page1")).isEqualTo(-1);
        assertThat(referenceCache.target(add("page1", 3, LinkState.ORDINARY, 0)))
                .isEqualTo(3);
        assertThat(find("page1")).isZero();
    }

    @Test
    void anEntryRestrictedToOnePageIsInvalidOnOthers() {
        int entry = add("?sort=size", 3, LinkState.ORDINARY, 0);
        assertThat(referenceCache.holdsOn(1, entry)).isTrue();

        referenceCache.restrictToPage(entry, 1, 4, LinkState.ORDINARY, SoundLinks.JUDGED);

        assertThat(referenceCache.holdsOn(1, entry)).isTrue();
        assertThat(referenceCache.holdsOn(2, entry)).isFalse();
        assertThat(referenceCache.target(entry)).isEqualTo(4);
        assertThat(referenceCache.traits(entry)).isEqualTo(SoundLinks.JUDGED);
    }

    @Test
    void anEntryIsFirstOnEachPageOnceWithAndOnceWithoutFragment() {
        int entry = add("a", 1, LinkState.ORDINARY, 0);

        assertThat(referenceCache.isFirstOn(1, entry, false)).isTrue();
        assertThat(referenceCache.isFirstOn(1, entry, false)).isFalse();
        assertThat(referenceCache.isFirstOn(1, entry, true)).isTrue();
        assertThat(referenceCache.isFirstOn(1, entry, true)).isFalse();
        assertThat(referenceCache.isFirstOn(2, entry, false)).isTrue();
    }
}
