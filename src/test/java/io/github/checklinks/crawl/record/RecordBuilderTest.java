// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordBuilderTest {

    private static final String URL = "https://a.org/x";
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);

    private static ExternalRecord good(ExternalRecord before, int day) {
        RecordBuilder builder = new RecordBuilder(before, FIRST.plusDays(day));
        builder.addGood(URL, 0, null);
        return builder.build();
    }

    private static ExternalRecord gone(ExternalRecord before, int day) {
        RecordBuilder builder = new RecordBuilder(before, FIRST.plusDays(day));
        builder.addFailed(URL, "not-found", "404");
        return builder.build();
    }

    private static @Nullable RecordEntry entry(ExternalRecord externalRecord) {
        return externalRecord.find(URL);
    }

    private static RecordEntry failing(int since, int runs, @Nullable Integer okSince) {
        LocalDate okSinceDay = okSince == null ? null : FIRST.plusDays(okSince);
        return new RecordEntry(
                URL, FIRST.plusDays(since), 0, null, new Failure("not-found", "404", runs, okSinceDay), null);
    }

    private static RecordEntry good(int since) {
        return new RecordEntry(URL, FIRST.plusDays(since), 0, null, null, null);
    }

    @Test
    void aGoodUrlIsGoodSinceTheFirstRunThatFoundItGood() {
        ExternalRecord first = good(ExternalRecord.EMPTY, 0);
        ExternalRecord second = good(first, 1);

        assertThat(entry(second)).isEqualTo(good(0));
        assertThat(second.date()).isEqualTo(FIRST.plusDays(1));
    }

    @Test
    void runsInARowAreCountedUntilItIsGoodAgain() {
        ExternalRecord first = good(ExternalRecord.EMPTY, 0);
        ExternalRecord second = gone(first, 1);
        ExternalRecord third = gone(second, 2);
        ExternalRecord fourth = good(third, 3);
        ExternalRecord fifth = gone(fourth, 4);

        assertThat(entry(second)).isEqualTo(failing(1, 1, 0));
        assertThat(entry(third)).isEqualTo(failing(1, 2, 0));
        assertThat(entry(fourth)).isEqualTo(good(3));
        assertThat(entry(fifth)).isEqualTo(failing(4, 1, 3));
    }

    @Test
    void aUrlThatNeverWorkedHasNoGoodTime() {
        ExternalRecord first = gone(ExternalRecord.EMPTY, 0);

        assertThat(entry(gone(first, 1))).isEqualTo(failing(0, 2, null));
    }

    @Test
    void runsOfOneDayCountOnce() {
        ExternalRecord first = gone(good(ExternalRecord.EMPTY, 0), 1);

        assertThat(entry(gone(first, 1))).isEqualTo(failing(1, 1, 0));
    }

    @Test
    void aUrlThatIsNotLinkedAnyMoreIsRemovedUnlessItIsReviewed() {
        ExternalRecord before = good(ExternalRecord.EMPTY, 0);
        RecordBuilder builder = new RecordBuilder(before, FIRST);
        builder.addGood("https://b.org/", 0, null);

        assertThat(builder.build().entries()).extracting(RecordEntry::url).containsExactly("https://b.org/");
    }

    @Test
    void whereAUrlLeadsIsRecorded() {
        RecordBuilder builder = new RecordBuilder(ExternalRecord.EMPTY, FIRST);
        builder.addGood(URL, 301, "https://b.org/#part");
        builder.addGood("https://c.org/", 302, "https://b.org/login?token=abc");

        ExternalRecord externalRecord = builder.build();
        assertThat(entry(externalRecord))
                .isEqualTo(new RecordEntry(URL, FIRST, 301, "https://b.org/#part", null, null));
        assertThat(externalRecord.find("https://c.org/"))
                .isEqualTo(new RecordEntry("https://c.org/", FIRST, 0, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:pw@a.org/",
                "https://me@a.org/",
                "https://a.org/?access_token=pw",
                "https://a.org/?X-Amz-Signature=pw",
                "https://a.org/#access_token=pw"
            })
    void secretsAreNotRecorded(String url) {
        RecordBuilder builder = new RecordBuilder(ExternalRecord.EMPTY, FIRST);
        builder.addGood(url, 0, null);
        builder.addFailed(url, "not-found", "404");
        builder.addFailed(URL, "redirect-loop", "a redirect to \"" + url + "\"");

        assertThat(builder.build().entries())
                .containsExactly(
                        new RecordEntry(URL, FIRST, 0, null, new Failure("redirect-loop", null, 1, null), null));
    }
}
