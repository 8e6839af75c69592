// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.crawl.directory.Mapping;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.url.Patterns;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BuiltCrawlTest extends BuiltSite {

    @Test
    void everyPageOfADirectoryIsReadWithoutRequests() throws Exception {
        page("index.html", "<a href=sub/>x</a><a href=/g/b.html>x</a>");
        page("B.HTM", "");
        page("sub/index.xhtml", "");
        page("style.css", "");
        page("readme.txt", "<a href=never>");
        plans.fetcher = request -> {
            throw new IllegalStateException("unexpected request");
        };

        Facts facts = plans.run();

        assertThat(CrawlOutcomes.pages(facts)).containsExactly("B.HTM", "index.html", "style.css", "sub/index.xhtml");
        assertThat(facts.pages()).isEqualTo(3);
        assertThat(facts.links()).isEqualTo(2);
        assertThat(facts.targets().kind(CrawlOutcomes.target(facts, BASE + "b.html")))
                .isEqualTo(TargetKind.ABSENT);
        assertThat(facts.starts().page()).isEqualTo(-1);
        assertThat(facts.site()).isEqualTo(BASE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileWhoseNameTheLocaleCannotWriteIsReadAllTheSame() throws Exception {
        page("index.html", "<a href=gr%FCn/f%FC.html#here>x</a><a href=gr%FCn/>x</a>");
        Path odd = Path.of(URI.create(directory.resolve("site").toUri() + "gr%FCn/"));
        Files.createDirectory(odd);
        Files.writeString(Path.of(URI.create(odd.toUri() + "f%FC.html")), "<p id=here><a href=gone>x</a>");
        Files.writeString(odd.resolve("index.html"), "");

        Facts facts = plans.run();

        assertThat(CrawlOutcomes.pages(facts))
                .containsExactly("gr\uFFFDn/f\uFFFD.html", "gr\uFFFDn/index.html", "index.html");
        assertThat(CrawlOutcomes.targets(facts, "index.html")).hasSize(2);
        StoredLink link = CrawlOutcomes.links(facts, "index.html").get(0);
        int page = facts.page(link.target());
        assertThat(facts.hasAnchor(page, new Fragment("here"))).isTrue();
    }

    @Test
    void excludedPagesAreTargetsWithAnchors() throws Exception {
        plans.excludePages = Patterns.of("excludePages", List.of("old/*"));
        page("index.html", "<a href=old/a.html#here>x</a>");
        page("old/a.html", "<p id=here><a href=https://never.org/>x</a>");
        page("old/b.html", "<a href=https://never.org/>x</a>");

        Facts facts = plans.run();

        assertThat(CrawlOutcomes.pages(facts)).containsExactly("index.html");
        assertThat(CrawlOutcomes.hasAnchor(facts, BASE + "old/a.html", "here")).isTrue();
        assertThat(facts.links()).isEqualTo(1);
        assertThat(facts.pageCount()).isEqualTo(2);
        assertThat(web.requested()).isEmpty();
    }

    @Test
    void mappedFilesGiveAnchorsAndTheirLinksAreNotRead() throws Exception {
        plans.mappings.add(new Mapping("https://docs.org/g/api/", directory.resolve("api")));
        plans.mappings.add(new Mapping("https://docs.org/m/", null));
        page(
                "index.html",
                "<a href=api/C.html#run()>x</a><a href=api/D.html>x</a><a href=../m/x>x</a><a href=api/>x</a>");
        file("api/C.html", "<p id='run()'><a href=https://never.org/>x</a>");
        file("api/index.html", "");

        Facts facts = plans.run();

        assertThat(CrawlOutcomes.hasAnchor(facts, BASE + "api/C.html", "run()")).isTrue();
        assertThat(CrawlOutcomes.pages(facts)).containsExactly("index.html");
        assertThat(facts.targets().kind(CrawlOutcomes.target(facts, BASE + "api/D.html")))
                .isEqualTo(TargetKind.ABSENT);
        assertThat(CrawlOutcomes.outcome(facts, "https://docs.org/m/x"))
                .isEqualTo(new Outcome.NotRequested(SkipReason.OTHER_MODULE));
        assertThat(web.requested()).isEmpty();
    }

    @Test
    void aMappingThatIsNotThereIsUnreadable() throws Exception {
        plans.mappings.add(new Mapping("https://docs.org/g/api/", directory.resolve("absent")));
        page("index.html", "<a href=api/>x</a>");

        assertThat(CrawlOutcomes.outcome(plans.run(), BASE + "api/"))
                .isEqualTo(new Outcome.Failed(FailureCause.UNREADABLE_FILE, "it is no longer there", 0, 1));
    }

    @Test
    void aFileIsOnePageUnderAllItsAddresses() throws Exception {
        page(
                "index.html",
                "<a href=./>x</a><a href=/g#a>x</a><a href=index.html?v=1>x</a><a href=http://docs.org/g/>x</a><p id=a>");

        Facts facts = plans.run();

        int page = CrawlOutcomes.page(facts, "index.html");
        for (String url : List.of(BASE, "https://docs.org/g", BASE + "index.html?v=1", "http://docs.org/g/")) {
            assertThat(facts.page(CrawlOutcomes.target(facts, url))).as(url).isEqualTo(page);
        }
        assertThat(facts.pageCount()).isEqualTo(1);
    }

    @Test
    void externalTargetsOfAllPagesAreRequestedOnce() throws Exception {
        for (int i = 0; i < 500; i++) {
            page("p" + i + ".html", "<a href=https://other.org/x>x</a><a href=https://other.org/x#y>x</a>");
        }
        web.page("https://other.org/x", "");

        Facts facts = plans.run();

        assertThat(web.requestModes("https://other.org/x")).containsExactly(RequestMode.STATUS);
        assertThat(facts.pages()).isEqualTo(500);
        assertThat(CrawlOutcomes.outcome(facts, "https://other.org/x")).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void theFirstBoundOnPagesIsForServersOnly() throws Exception {
        plans.maxPages = 1;
        page("a.html", "<a href=https://other.org/>x</a>");
        page("b.html", "");

        Facts facts = plans.run();

        assertThat(facts.pages()).isEqualTo(2);
        assertThat(facts.stopReason()).isEmpty();
        assertThat(web.requested()).isNotEmpty();
    }

    @Test
    void manyLinksAreSpooledAndComeBack() throws Exception {
        StringBuilder html = new StringBuilder();
        String name = "x".repeat(200);
        for (int i = 0; i < 3_000; i++) {
            html.append("<a href=absent/").append(name).append(i).append(".html>x</a>\n");
        }
        for (int i = 0; i < 10; i++) {
            page("p" + i + ".html", html.toString());
        }

        Facts facts = plans.run();

        for (int i = 0; i < 10; i++) {
            List<StoredLink> links = CrawlOutcomes.links(facts, "p" + i + ".html");
            assertThat(links).hasSize(3_000);
            assertThat(links.get(2_999).text()).isEqualTo("absent/" + name + "2999.html");
            assertThat(links.get(2_999).position()).isEqualTo(new Position(3_000, 1));
        }
    }

    @Test
    void aLargePageIsReadWhole() throws Exception {
        page("big.html", "<!--" + " ".repeat(6_000_000) + "--><a href=end.html>x</a>");
        page("small.html", "<a href=end.html>x</a>");

        Facts facts = plans.run();

        assertThat(CrawlOutcomes.targets(facts, "big.html")).containsExactly("end.html -> " + BASE + "end.html");
        assertThat(facts.links()).isEqualTo(2);
    }

    @Test
    void namesWithOddLettersAreAddressesAndComeBack() throws Exception {
        page("a b/100%/ü#?.html", "<a href=x.html>x</a>");
        page("index.html", "<a href='a b/100%25/ü%23%3F.html'>x</a>");

        Facts facts = plans.run();

        assertThat(CrawlOutcomes.pages(facts)).containsExactly("a b/100%/ü#?.html", "index.html");
        int target = CrawlOutcomes.links(facts, "index.html").get(0).target();
        assertThat(facts.targets().kind(target)).isEqualTo(TargetKind.FILE);
        assertThat(facts.page(target)).isEqualTo(CrawlOutcomes.page(facts, "a b/100%/ü#?.html"));
    }

    @Test
    void progressIsReported() throws Exception {
        page("index.html", "");
        long[] reported = new long[3];
        plans.progress = (pages, links, waiting) -> {
            reported[0] = pages;
            reported[2]++;
        };

        plans.run();

        assertThat(reported[0]).isEqualTo(1);
        assertThat(reported[2]).isPositive();
    }

    @Test
    void aMissingFileIsNamedByItsPath() throws Exception {
        page("index.html", "<a href=docs/gone.html>x</a>");

        Facts facts = plans.run();

        assertThat(facts.name(CrawlOutcomes.target(facts, BASE + "docs/gone.html")))
                .isEqualTo("docs/gone.html");
    }
}
