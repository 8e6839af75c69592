// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundLinksTest {

    private static final Outcome OK = new Outcome.Answered(200, 1);
    private static final String URL = "https://other.example/";

    private final HandMadeFacts made = new HandMadeFacts();
    private final AnchorIndex anchors = new AnchorIndex();

    private boolean isSound(int target, String reference) {
        return made.facts().isSound(target, Fragment.of(reference));
    }

    private boolean isSoundOnSight(int traits, String reference) {
        byte[] utf8 = reference.getBytes(UTF_8);
        return SoundLinks.isSoundOnSight(anchors, 3, traits, Fragment.hashOfReference(utf8, 0, utf8.length));
    }

    private static long hash(String name) {
        return AnchorHash.of(name.getBytes(UTF_8), 0, name.length());
    }

    @Test
    void aLinkToAnExistingAnchorIsSound() {
        int target = made.external(URL, OK);
        made.page(target, "here", "a b");

        assertThat(isSound(target, URL)).isTrue();
        assertThat(isSound(target, URL + "#here")).isTrue();
        assertThat(isSound(target, URL + "#a%20b")).isTrue();
        assertThat(isSound(target, URL + "#there")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "#top", "#TOP", "#tOp", "#%74op"})
    void everyPageHasATop(String fragment) {
        int target = made.external(URL, OK);
        made.page(target, "here");
        anchors.put(3, new long[0]);

        assertThat(isSound(target, URL + fragment)).isTrue();
        assertThat(isSoundOnSight(0, fragment)).isTrue();
        assertThat(isSoundOnSight(SoundLinks.EXISTS, fragment)).isTrue();
    }

    @Test
    void aLinkIsSoundIfItsTargetHasNoAnchorsThatAreKnown() {
        int unread = made.external(URL, OK);
        int style = made.file("a.css");
        made.page(style, -1, DocumentType.CSS);

        assertThat(isSound(unread, URL + "#any")).isTrue();
        assertThat(isSound(style, "a.css#any")).isTrue();
    }

    @Test
    void aLinkToWhatDidNotAnswerSuccessfullyIsNotSound() {
        int failed = made.external(URL, new Outcome.Failed(FailureCause.TIMED_OUT, "no response", 0, 1));
        int missing = made.external(URL + "b", new Outcome.Answered(404, 1));
        int moved = made.external(URL + "c", new Outcome.Redirected(301, missing, null, 1));
        int absent = made.absent("absent.html");
        int skipped = made.skipped("mailto:a@b.example", SkipReason.SCHEME);

        assertThat(isSound(failed, URL)).isFalse();
        assertThat(isSound(missing, URL)).isFalse();
        assertThat(isSound(moved, URL)).isFalse();
        assertThat(isSound(absent, "absent.html")).isFalse();
        assertThat(isSound(skipped, "mailto:a@b.example")).isFalse();
    }

    @Test
    void anExistingTargetIsSoundOnSight() {
        assertThat(isSoundOnSight(SoundLinks.EXISTS, "a.html")).isTrue();
        assertThat(isSoundOnSight(0, "a.html")).isFalse();
        anchors.put(3, new long[] {hash("here")});
        assertThat(isSoundOnSight(0, "a.html")).isTrue();
    }

    @Test
    void anAnchorIsSoundOnSightOnceThePageWasRead() {
        assertThat(isSoundOnSight(SoundLinks.EXISTS, "#here")).isFalse();
        anchors.put(3, new long[] {hash("here")});
        assertThat(isSoundOnSight(SoundLinks.EXISTS, "#here")).isTrue();
        assertThat(isSoundOnSight(SoundLinks.EXISTS, "#there")).isFalse();
        assertThat(isSoundOnSight(SoundLinks.EXISTS, "#he\nre")).isFalse();
    }

    @Test
    void aTruncatedPageIsNotSoundOnSight() {
        anchors.putIfAbsent(3, new long[] {hash("here")});

        assertThat(isSoundOnSight(0, "a.html")).isFalse();
        assertThat(isSoundOnSight(0, "#here")).isFalse();
    }

    @Test
    void aJudgedTargetIsSoundAtNoMoment() {
        int target = made.file("a.html");
        made.page(target, "here");
        made.builder().targets().setTraits(target, SoundLinks.JUDGED);
        anchors.put(3, new long[] {hash("here")});

        assertThat(isSoundOnSight(SoundLinks.JUDGED, "a.html")).isFalse();
        assertThat(isSoundOnSight(SoundLinks.JUDGED, "a.html#here")).isFalse();
        assertThat(SoundLinks.isSoundOnItsPage(SoundLinks.JUDGED, Fragment.TOP, new long[0]))
                .isFalse();
        assertThat(isSound(target, "a.html")).isFalse();
        assertThat(isSound(target, "a.html#here")).isFalse();
    }
}
