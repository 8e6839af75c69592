// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MemoTest {

    private final Memo memo = new Memo();

    private int find(String text) {
        byte[] utf8 = bytes(text);
        return memo.find(utf8, 0, utf8.length, NameHash.of(utf8, 0, utf8.length));
    }

    private int add(String text, int target, Early early, int traits) {
        byte[] utf8 = bytes(text);
        return memo.add(utf8, 0, utf8.length, NameHash.of(utf8, 0, utf8.length), target, early, traits);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void itRemembersWhatAReferenceLedTo() {
        int entry = add("../guide.html", 7, Early.OUTSIDE, Resolving.FOUND);

        assertThat(find("../guide.html")).isEqualTo(entry);
        assertThat(memo.target(entry)).isEqualTo(7);
        assertThat(memo.early(entry)).isEqualTo(Early.OUTSIDE);
        assertThat(memo.traits(entry)).isEqualTo(Resolving.FOUND);
        assertThat(find("../guide.htm")).isEqualTo(-1);
        assertThat(find("")).isEqualTo(-1);
    }

    @Test
    void itGrows() {
        for (int i = 0; i < 5_000; i++) {
            add("page" + i, i, Early.NOTHING, 0);
        }

        for (int i = 0; i < 5_000; i++) {
            assertThat(memo.target(find("page" + i))).isEqualTo(i);
        }
    }

    @Test
    void itStaysSmallWhateverADirectoryHolds() {
        String longText = "x".repeat(1_000);
        for (int i = 0; i < 2_000; i++) {
            int entry = add(longText + i, i, Early.NOTHING, 0);
            assertThat(find(longText + i)).isEqualTo(entry);
        }

        assertThat(find(longText + 0)).isEqualTo(-1);
    }

    @Test
    void itForgetsEverythingWhenTheDirectoryChanges() {
        for (int i = 0; i < 10_000; i++) {
            add("page" + i, i, Early.NOTHING, 0);
        }
        memo.clear();

        assertThat(find("page1")).isEqualTo(-1);
        assertThat(memo.target(add("page1", 3, Early.NOTHING, 0))).isEqualTo(3);
        assertThat(find("page1")).isZero();
    }

    @Test
    void anEntryBoundToOnePageHoldsOnNoOther() {
        int entry = add("?sort=size", 3, Early.NOTHING, 0);
        assertThat(memo.holdsOn(1, entry)).isTrue();

        memo.bind(entry, 1, 4, Early.NOTHING, Resolving.LEFT);

        assertThat(memo.holdsOn(1, entry)).isTrue();
        assertThat(memo.holdsOn(2, entry)).isFalse();
        assertThat(memo.target(entry)).isEqualTo(4);
        assertThat(memo.traits(entry)).isEqualTo(Resolving.LEFT);
    }

    @Test
    void anEntryIsFirstOnEachPageOnceWithAndOnceWithoutFragment() {
        int entry = add("a", 1, Early.NOTHING, 0);

        assertThat(memo.isFirstOn(1, entry, false)).isTrue();
        assertThat(memo.isFirstOn(1, entry, false)).isFalse();
        assertThat(memo.isFirstOn(1, entry, true)).isTrue();
        assertThat(memo.isFirstOn(1, entry, true)).isFalse();
        assertThat(memo.isFirstOn(2, entry, false)).isTrue();
    }
}
