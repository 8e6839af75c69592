// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkContextTest {

    @ParameterizedTest
    @CsvSource({
        "/a.html, /b.html, b.html",
        "/, /b/c.html, b/c.html",
        "/x/a.html, /b.html, ../b.html",
        "/x/y/a.html, /x/z/b.html, ../z/b.html",
        "/x/y/a.html, /xy/b.html, ../../xy/b.html",
        "/x/a.html, /x/, ./",
        "/x/a.html, /x/b:c.html, ./b:c.html",
        "/x/a.html, /x/b/c:d.html, b/c:d.html",
        "/x/a.html, /x//b.html, .//b.html"
    })
    void theRelativeReferenceResolvesToThePath(String from, String to, String reference) {
        assertThat(LinkContext.relative(from, to)).isEqualTo(reference);
    }
}
