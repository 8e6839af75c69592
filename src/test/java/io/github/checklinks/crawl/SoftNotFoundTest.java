// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.url.Patterns;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoftNotFoundTest extends ServedSite {

    private static final String MADE_UP = BASE + SoftNotFound.NAME;

    @Test
    void aSiteThatAnswersAnythingIsNoticed() throws Exception {
        web.page(BASE, a("page"));
        web.page(MADE_UP, "welcome");

        Facts facts = crawl();

        assertThat(notes(facts)).singleElement().asString().startsWith("The server answers 200 to " + MADE_UP);
        assertThat(web.wants(MADE_UP)).containsExactly(RequestMode.STATUS_BY_GET);
        assertThat(facts.targets().find(MADE_UP)).isNegative();
        assertThat(CrawlOutcomes.pages(facts)).containsExactly("index.html");
    }

    @Test
    void aSiteThatSendsStrangersHomeIsNoticed() throws Exception {
        web.page(BASE, "");
        web.redirect(MADE_UP, 302, "./");

        assertThat(notes(crawl())).hasSize(1);
    }

    @Test
    void aSiteThatSaysWhatIsNotThereIsFine() throws Exception {
        web.page(BASE, "");
        web.redirect(MADE_UP, 301, SoftNotFound.NAME + "/");

        assertThat(notes(crawl())).isEmpty();
        assertThat(web.asked()).contains(MADE_UP + "/");
    }

    @Test
    void aSiteThatSendsStrangersElsewhereIsNotJudged() throws Exception {
        web.page(BASE, "");
        web.redirect(MADE_UP, 302, "https://login.org/");
        web.page("https://login.org/", "");

        assertThat(notes(crawl())).isEmpty();
        assertThat(web.asked()).doesNotContain("https://login.org/");
    }

    @Test
    void aSiteWhoseStartCannotBeReadIsNotAskedForMore() throws Exception {
        crawl();

        assertThat(web.asked()).doesNotContain(MADE_UP);
    }

    @Test
    void nobodyAsksWhatMayNotBeAsked() throws Exception {
        web.page(BASE, "");
        plans.excludes = Patterns.of("excludes", List.of("*check-links-asks*"));
        crawl();
        plans.excludes = Patterns.NONE;
        web.document("https://docs.org/robots.txt", "text/plain", "User-agent: *\nDisallow: /g/check-links\n");
        crawl();

        assertThat(web.asked()).doesNotContain(MADE_UP);
    }

    /** The notes besides the one that these sites of one page have anyway. */
    private static List<String> notes(Facts facts) {
        return facts.starts().notes().stream()
                .filter(note -> !note.startsWith("The crawl ended after one page"))
                .toList();
    }
}
