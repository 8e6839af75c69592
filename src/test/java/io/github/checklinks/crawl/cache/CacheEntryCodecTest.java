// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.checklinks.fetch.Validators;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CacheEntryCodecTest {

    private static CacheEntry roundTrip(CacheEntry cacheEntry) {
        String line = CacheEntryCodec.write(cacheEntry);
        assertThat(CacheEntryCodec.looksValid(line, 0, line.length())).as(line).isTrue();
        assertThat(CacheEntryCodec.checked(line)).isEqualTo(cacheEntry.checked());
        return CacheEntryCodec.read(line);
    }

    @Test
    void anAnswerIsDecodedAsItWasEncoded() {
        CacheEntry answer = new CacheEntry(1_700_000_000, 200, null, true, new Validators("W/\"a b\"", null), null);

        assertThat(roundTrip(answer)).isEqualTo(answer);
    }

    @Test
    void aRedirectIsDecodedAsItWasEncoded() {
        CacheEntry redirect = new CacheEntry(7, 301, "https://b.org/x?y=1#part", false, Validators.NONE, null);

        assertThat(roundTrip(redirect)).isEqualTo(redirect);
    }

    @Test
    void theAnchorsOfAPageKeepTheirOrder() {
        long[] anchors = {Long.MIN_VALUE, -1, 0, 42, Long.MAX_VALUE};
        CacheEntry page = new CacheEntry(
                7,
                200,
                null,
                false,
                new Validators(null, "Sun, 22 Nov 2026 10:00:00 GMT"),
                new CacheEntry.Content(true, anchors, "https://b.org/next"));

        CacheEntry read = roundTrip(page);
        CacheEntry.Content content = read.content() == null ? CacheEntry.Content.NO_PAGE : read.content();

        assertThat(content.refreshesTo()).isEqualTo("https://b.org/next");
        assertThat(Arrays.equals(content.anchors(), anchors)).isTrue();
        assertThat(read.state()).isEqualTo(page.state());
    }

    @Test
    void aPageWithoutAnchorsIsNotADocumentWithoutPage() {
        CacheEntry page =
                new CacheEntry(7, 200, null, false, Validators.NONE, new CacheEntry.Content(true, new long[0], null));
        CacheEntry image = new CacheEntry(7, 200, null, false, Validators.NONE, CacheEntry.Content.NO_PAGE);

        assertThat(roundTrip(page).content()).isNotNull().matches(CacheEntry.Content::isPage);
        assertThat(roundTrip(image).content()).isNotNull().matches(content -> !content.isPage());
    }

    @Test
    void aLineOfAnotherFormatIsRejected() {
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
            assertThat(CacheEntryCodec.looksValid(line, 0, line.length()))
                    .as(line)
                    .isFalse();
        }
        assertThat(CacheEntryCodec.looksValid("1\t200\t\t\t\t\t\t", 0, 11)).isTrue();
        assertThatThrownBy(() -> CacheEntryCodec.read("1\t200")).isInstanceOf(IllegalArgumentException.class);
    }
}
