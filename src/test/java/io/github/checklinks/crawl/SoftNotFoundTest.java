// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.url.Patterns;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoftNotFoundTest extends ServedSite {

    private static final String MISSING = BASE + SoftNotFound.NAME;

    @Test
    void aSiteThatReturnsASuccessForMissingPagesIsReported() throws Exception {
        web.page(BASE, a("page"));
        web.page(MISSING, "welcome");

        Facts facts = crawl();

        assertThat(notes(facts)).singleElement().asString().startsWith("The server returns 200 for " + MISSING);
        assertThat(web.requestModes(MISSING)).containsExactly(RequestMode.STATUS_BY_GET);
        assertThat(facts.targets().find(MISSING)).isNegative();
        assertThat(CrawlOutcomes.pages(facts)).containsExactly("index.html");
    }

    @Test
    void aSiteThatRedirectsMissingPagesToItsStartIsReported() throws Exception {
        web.page(BASE, "");
        web.redirect(MISSING, 302, "./");

        assertThat(notes(crawl())).hasSize(1);
    }

    @Test
    void aSiteThatReturns404IsNotReported() throws Exception {
        web.page(BASE, "");
        web.redirect(MISSING, 301, SoftNotFound.NAME + "/");

        assertThat(notes(crawl())).isEmpty();
        assertThat(web.requested()).contains(MISSING + "/");
    }

    @Test
    void aSiteThatRedirectsMissingPagesToAnotherServerIsNotReported() throws Exception {
        web.page(BASE, "");
        web.redirect(MISSING, 302, "https://login.org/");
        web.page("https://login.org/", "");

        assertThat(notes(crawl())).isEmpty();
        assertThat(web.requested()).doesNotContain("https://login.org/");
    }

    @Test
    void noMissingPageIsRequestedWhenTheStartCannotBeRead() throws Exception {
        crawl();

        assertThat(web.requested()).doesNotContain(MISSING);
    }

    @Test
    void anExcludedOrDisallowedMissingPageIsNotRequested() throws Exception {
        web.page(BASE, "");
        plans.excludes = Patterns.of("excludes", List.of("*check-links-soft*"));
        crawl();
        plans.excludes = Patterns.NONE;
        web.document("https://docs.org/robots.txt", "text/plain", "User-agent: *\nDisallow: /g/check-links\n");
        crawl();

        assertThat(web.requested()).doesNotContain(MISSING);
    }

    /** Returns the notes except that on sites with only one page. */
    private static List<String> notes(Facts facts) {
        return facts.starts().notes().stream()
                .filter(note -> !note.startsWith("The crawl ended after one page"))
                .toList();
    }
}
