// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every page: three readers that share nothing find the same links and anchors. */
class PagePropertiesTest {

    private static final String SEED = "20261122";

    @Provide
    Arbitrary<String> wellFormedPages() {
        return Arbitraries.integers().between(0, 1023).list().ofMaxSize(60).map(GeneratedPages::wellFormed);
    }

    @Provide
    Arbitrary<String> brokenPages() {
        return Arbitraries.longs().map(GeneratedPages::broken);
    }

    @Property(seed = SEED, tries = 1500)
    void wellFormedPagesAreReadAlikeInTheSameOrder(@ForAll("wellFormedPages") String page) {
        Heard scanned = Heard.html(page);

        assertThat(scanned.all).isEqualTo(Heard.html(page, Trees.STANDARD).all);
        assertThat(SecondOpinion.of(scanned)).isEqualTo(SecondOpinion.of(page));
        assertThat(scanned.links.toString()).doesNotContain(" no");
    }

    /**
     * On a page with errors, all that a tree holds is found. More may be found: what a tree builder leaves out because of its place
     * (table parts outside of tables, a form in a form, tags before or behind what may hold them). And where SVG or MathML ends is
     * told by elements around it that a scanner does not keep, so pages that have both errors and such islands are left to
     * {@link DomDifferenceTest}, which counts them.
     */
    @Property(seed = SEED, tries = 3000)
    void nothingIsOverlookedOnBrokenPages(@ForAll("brokenPages") String page) {
        if (page.contains("<svg") || page.contains("<math")) {
            return;
        }
        Set<String> missed = new HashSet<>(SecondOpinion.of(page));
        SecondOpinion.of(Heard.html(page)).forEach(missed::remove);

        assertThat(missed).as(page).isEmpty();
    }

    @Property(seed = SEED, tries = 1500)
    void whatIsReadOfAPageIsThePrefixOfWhatIsReadOfItsBeginning(@ForAll("wellFormedPages") String page) {
        List<String> whole = Heard.html(page).all;
        int cut = page.lastIndexOf('<');
        List<String> beginning = Heard.html(page.substring(0, cut / 2)).all;

        assertThat(beginning.size()).isLessThanOrEqualTo(whole.size());
        assertThat(beginning).isEqualTo(whole.subList(0, beginning.size()));
    }
}
