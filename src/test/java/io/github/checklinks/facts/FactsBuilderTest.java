// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.SkipReason;
import org.junit.jupiter.api.Test;

class FactsBuilderTest {

    private static final Outcome OK = new Outcome.Answered(200, 1);

    private final HandMadeFacts made = new HandMadeFacts();

    @Test
    void readersSeeWhatTheCrawlRecorded() {
        int target = made.external("https://other.example/", OK);
        int page = made.page(target, "here");
        made.builder().setFromCache(target, true);
        made.builder().setStopReason("enough");

        Facts facts = made.facts();

        assertThat(facts).isNotInstanceOf(FactsBuilder.class);
        assertThat(facts.outcome(target)).isEqualTo(OK);
        assertThat(facts.page(target)).isEqualTo(page);
        assertThat(facts.hasAnchor(page, new Fragment("here"))).isTrue();
        assertThat(facts.hasAnchor(page, new Fragment("there"))).isFalse();
        assertThat(facts.isFromCache(target)).isTrue();
        assertThat(facts.stopReason()).isEqualTo("enough");
    }

    @Test
    void theOutcomeOfSomeTargetsFollowsFromTheirKind() {
        int file = made.file("a.html");
        int absent = made.absent("b.html");
        int skipped = made.skipped("mailto:a@b.example", SkipReason.SCHEME);

        Facts facts = made.facts();

        assertThat(facts.outcome(file)).isEqualTo(OK);
        assertThat(facts.outcome(absent)).isNull();
        assertThat(facts.outcome(skipped)).isEqualTo(new Outcome.NotRequested(SkipReason.SCHEME));
    }

    @Test
    void theLastPageOfAFileIsThePageOfItsTarget() {
        int file = made.file("a.svg");
        made.page(file, -1, DocumentType.SVG);
        int second = made.page(file, -1, DocumentType.SVG);

        assertThat(made.facts().page(file)).isEqualTo(second);
        assertThat(made.facts().pageTarget(second)).isEqualTo(file);
        assertThat(made.facts().pageCount()).isEqualTo(2);
    }
}
