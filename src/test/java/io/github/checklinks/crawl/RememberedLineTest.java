// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.checklinks.fetch.Validators;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RememberedLineTest {

    private static Remembered roundTrip(Remembered remembered) {
        String line = RememberedLine.write(remembered);
        assertThat(RememberedLine.isOne(line, 0, line.length())).as(line).isTrue();
        assertThat(RememberedLine.checked(line)).isEqualTo(remembered.checked());
        return RememberedLine.read(line);
    }

    @Test
    void anAnswerComesBackAsItWasWritten() {
        Remembered answer = new Remembered(1_700_000_000, 200, null, true, new Validators("W/\"a b\"", null), null);

        assertThat(roundTrip(answer)).isEqualTo(answer);
    }

    @Test
    void aRedirectComesBackAsItWasWritten() {
        Remembered redirect = new Remembered(7, 301, "https://b.org/x?y=1#part", false, Validators.NONE, null);

        assertThat(roundTrip(redirect)).isEqualTo(redirect);
    }

    @Test
    void theAnchorsOfAPageComeBackInTheirOrder() {
        long[] anchors = {Long.MIN_VALUE, -1, 0, 42, Long.MAX_VALUE};
        Remembered page = new Remembered(
                7,
                200,
                null,
                false,
                new Validators(null, "Sun, 22 Nov 2026 10:00:00 GMT"),
                new Remembered.Content(true, anchors, "https://b.org/next"));

        Remembered read = roundTrip(page);
        Remembered.Content content = read.content() == null ? Remembered.Content.NO_PAGE : read.content();

        assertThat(content.refreshesTo()).isEqualTo("https://b.org/next");
        assertThat(Arrays.equals(content.anchors(), anchors)).isTrue();
        assertThat(read.state()).isEqualTo(page.state());
    }

    @Test
    void aPageWithoutAnchorsIsNotADocumentWithoutPage() {
        Remembered page =
                new Remembered(7, 200, null, false, Validators.NONE, new Remembered.Content(true, new long[0], null));
        Remembered image = new Remembered(7, 200, null, false, Validators.NONE, Remembered.Content.NO_PAGE);

        assertThat(roundTrip(page).content()).isNotNull().matches(Remembered.Content::isPage);
        assertThat(roundTrip(image).content()).isNotNull().matches(content -> !content.isPage());
    }

    @Test
    void whatWeDidNotWriteIsNone() {
        for (String line : new String[] {
            "",
            "1\t200",
            "x\t200\t\t\t\t\t\t",
            "1\t20\t\t\t\t\t\t",
            "1\t2000\t\t\t\t\t\t",
            "\t200\t\t\t\t\t\t",
            "1\t200\t\t\t\t\t\t\t",
            "1\t200\t\t\t\u0000\t\t\t",
            "99999999999999999999\t200\t\t\t\t\t\t"
        }) {
            assertThat(RememberedLine.isOne(line, 0, line.length())).as(line).isFalse();
        }
        assertThat(RememberedLine.isOne("1\t200\t\t\t\t\t\t", 0, 11)).isTrue();
        assertThatThrownBy(() -> RememberedLine.read("1\t200")).isInstanceOf(IllegalArgumentException.class);
    }
}
