// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Samples;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that three independent readers find the same links and anchors in every page. */
class PagePropertiesTest {

    private static final Samples<String> WELL_FORMED =
            Samples.lists(random -> random.nextInt(1024), 60).map(GeneratedPages::wellFormed);

    /**
     * Markup that the parser of validator.nu does not parse as the standard does: version 1.4.16 ends a comment at the {@code >} of
     * {@code <!-- <!--x>}, and skips most tags in a select, which matters except in the selects of {@link NastyPages}.
     */
    private static final Pattern MISREAD = Pattern.compile("<!--[^->]-?>|<select(?!><option value=no>o</select>)");

    private static final Samples<String> BROKEN = Samples.texts(GeneratedPages::broken);

    @Test
    void wellFormedPagesAreReadAlikeInTheSameOrder() {
        WELL_FORMED.check(1500, page -> {
            RecordedLinks scanned = RecordedLinks.html(page);

            assertThat(scanned.all).isEqualTo(RecordedLinks.html(page, Trees.STANDARD).all);
            assertThat(SecondOpinion.of(scanned)).isEqualTo(SecondOpinion.of(page));
            assertThat(scanned.links.toString()).doesNotContain(" no");
        });
    }

    /**
     * On a page with errors, everything in the tree is found. More may be found: what a tree builder omits as misplaced (table parts
     * outside of tables, a form in a form, tags before or after the elements that may contain them). And the end of SVG or MathML depends
     * on enclosing elements that a scanner does not track, so pages with both errors and foreign content are left to
     * {@link DomDifferenceTest}, which counts them; so are pages that the parser of validator.nu does not parse as the standard does.
     */
    @Test
    void nothingIsMissedOnBrokenPages() {
        BROKEN.check(4000, page -> {
            if (page.contains("<svg")
                    || page.contains("<math")
                    || MISREAD.matcher(page).find()) {
                return;
            }
            Set<String> missed = new HashSet<>(SecondOpinion.of(page));
            SecondOpinion.of(RecordedLinks.html(page)).forEach(missed::remove);

            assertThat(missed).isEmpty();
        });
    }

    @Test
    void whatIsReadOfAPageIsThePrefixOfWhatIsReadOfItsBeginning() {
        WELL_FORMED.check(1500, page -> {
            List<String> whole = RecordedLinks.html(page).all;
            int cut = page.lastIndexOf('<');
            List<String> beginning = RecordedLinks.html(page.substring(0, cut / 2)).all;

            assertThat(beginning.size()).isLessThanOrEqualTo(whole.size());
            assertThat(beginning).isEqualTo(whole.subList(0, beginning.size()));
        });
    }
}
