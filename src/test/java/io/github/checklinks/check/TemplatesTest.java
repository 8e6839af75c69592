// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link that most pages share was written once, in what makes the pages. */
class TemplatesTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "3, 3, none, 'on every page, likely from the skin or site.xml'",
                "3, 5, none, 'on 3 of 5 pages, likely from the skin or site.xml'",
                "3, 5, write it, 'write it; on 3 of 5 pages, likely from the skin or site.xml'",
                "3, 6, none, none",
                "2, 2, write it, write it",
            })
    void theHintSaysOnHowManyPagesALinkStands(long on, long pages, @Nullable String hint, @Nullable String told) {
        assertThat(Words.spread(hint, on, pages)).isEqualTo(told);
    }

    @Test
    void theSameTargetByOtherWordsIsTheSameLink() throws IOException, InterruptedException {
        Told told = new Trial(temporary)
                .page("a.html", "<a href='nowhere.pdf'>x</a><a href='nowhere.pdf'>y</a>")
                .page("b.html", "<a href='nowhere.pdf'>x</a>")
                .page("d/c.html", "<a href='../nowhere.pdf'>x</a>")
                .page("d/e.html", "")
                .run();

        assertThat(told.finding().hint()).isEqualTo("on 3 of 4 pages, likely from the skin or site.xml");
        assertThat(told.finding().links()).hasSize(4);
    }
}
