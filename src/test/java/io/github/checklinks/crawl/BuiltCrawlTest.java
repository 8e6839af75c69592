package io.github.checklinks.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.checklinks.Outcome;
import io.github.checklinks.Position;
import io.github.checklinks.Site;
import io.github.checklinks.Skip;
import io.github.checklinks.Zone;
import io.github.checklinks.fetch.Want;
import io.github.checklinks.url.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BuiltCrawlTest {

    private static final String BASE = "https://docs.org/g/";

    @TempDir
    Path directory;

    private Plans plans;
    private Web web;
    private final ExecutorService client = Executors.newFixedThreadPool(2);

    @BeforeEach
    void begin() {
        plans = new Plans(directory.resolve("work"));
        web = new Web(client);
        plans.fetcher = web;
        plans.site = new Site.Built(directory.resolve("site"), BASE, true);
    }

    @AfterEach
    void end() throws IOException {
        plans.close();
        client.shutdownNow();
    }

    private void file(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void page(String path, String html) throws IOException {
        file("site/" + path, html);
    }

    @Test
    void everyPageOfADirectoryIsReadAndNobodyIsAsked() throws Exception {
        page("index.html", "<a href=sub/>x</a><a href=/g/b.html>x</a>");
        page("B.HTM", "");
        page("sub/index.xhtml", "");
        page("style.css", "a{background:url(x.png)}");
        page("readme.txt", "<a href=never>");
        plans.fetcher = request -> {
            throw new IllegalStateException("asked");
        };

        Facts facts = plans.run();

        assertThat(Told.pages(facts)).containsExactly("B.HTM", "index.html", "style.css", "sub/index.xhtml");
        assertThat(facts.pages()).isEqualTo(3);
        assertThat(facts.links()).isEqualTo(3);
        assertThat(facts.targets().reach(Told.target(facts, BASE + "b.html"))).isEqualTo(Reach.ABSENT);
        assertThat(facts.targets().reach(Told.target(facts, BASE + "x.png"))).isEqualTo(Reach.ABSENT);
        assertThat(facts.start()).isEqualTo(-1);
        assertThat(facts.site()).isEqualTo(BASE);
    }

    @Test
    void linksKeepTheirPlaceAndTheirText() throws Exception {
        page(
                "index.html",
                "<p>\n  <a href=' a.html\n#x '>é</a>é<img srcset='b.png 1x, c.png 2x' src=d.png>\n<img src=''>");

        List<KeptLink> links = Told.links(plans.run(), "index.html");

        assertThat(links).extracting(KeptLink::text).containsExactly(" a.html\n#x ", "b.png", "c.png", "d.png", "");
        assertThat(links)
                .extracting(KeptLink::position)
                .containsExactly(
                        new Position(2, 3),
                        new Position(3, 12),
                        new Position(3, 12),
                        new Position(3, 12),
                        new Position(4, 1));
        assertThat(links.get(1).place().attribute()).isEqualTo("srcset");
        assertThat(links).extracting(KeptLink::early).endsWith(Early.EMPTY);
    }

    @Test
    void onlyWhatIsNotSettledIsKeptWithoutALedger() throws Exception {
        plans.keepAll = false;
        page(
                "index.html",
                "<p id=a><a href=#a>x</a><a href=#b>x</a><a href=#%61>x</a><a href=b.html>x</a>"
                        + "<a href=''>x</a><a href=absent.html>x</a><a href=b.html#c>x</a>");
        page("b.html", "");

        Facts facts = plans.run();

        assertThat(facts.links()).isEqualTo(7);
        assertThat(Told.targets(facts, "index.html"))
                .containsExactly(
                        "#b -> " + BASE + "index.html",
                        "absent.html -> " + BASE + "absent.html",
                        "b.html#c -> " + BASE + "b.html");
        assertThat(facts.isSettled(Told.target(facts, BASE + "b.html"))).isTrue();
        assertThat(facts.isSettled(Told.target(facts, BASE + "index.html"))).isTrue();
    }

    @Test
    void aBaseAfterLinksGovernsThemToo() throws Exception {
        page(
                "a/index.html",
                "<a href=x.html>x</a><base href=../b/><base href=../c/><a href=y.html>x</a><a href=#z>x</a>");
        page("b/x.html", "");
        page("b/index.html", "<p id=z>");

        Facts facts = plans.run();

        assertThat(Told.targets(facts, "a/index.html"))
                .containsExactly(
                        "x.html -> " + BASE + "b/x.html", "y.html -> " + BASE + "b/y.html", "#z -> " + BASE + "b/");
        assertThat(facts.links()).isEqualTo(3);
        assertThat(Told.hasAnchor(facts, BASE + "b/", "z")).isTrue();
    }

    @Test
    void aBaseThatIsNoneChangesNothing() throws Exception {
        page("a.html", "<base href='mailto:x'><a href=b.html>x</a>");
        page("c.html", "<base href=''><a href=d.html>x</a><a href=#e>x</a>");

        Facts facts = plans.run();

        assertThat(Told.targets(facts, "a.html")).containsExactly("b.html -> " + BASE + "b.html");
        assertThat(Told.targets(facts, "c.html"))
                .containsExactly("d.html -> " + BASE + "d.html", "#e -> " + BASE + "c.html");
    }

    @Test
    void aFormThatPostsToItsBaseAsksNobody() throws Exception {
        page("a.html", "<base href='https://other.org/x/'><form method=post action=''></form><a href=rel>x</a>");

        Facts facts = plans.run();

        assertThat(web.asked()).containsExactly("https://other.org/x/rel", "https://other.org/x/rel");
        assertThat(Told.links(facts, "a.html")).extracting(KeptLink::early).containsExactly(Early.POST, Early.NOTHING);
    }

    @Test
    void aQueryAloneLeadsToThePageItStandsOn() throws Exception {
        for (int i = 0; i < 20; i++) {
            page("p" + i + ".html", "<a href='?q'>x</a><a href='?q'>x</a><a href='same.html'>x</a>");
        }

        Facts facts = plans.run();

        for (int i = 0; i < 20; i++) {
            assertThat(Told.targets(facts, "p" + i + ".html"))
                    .containsExactly(
                            "?q -> " + BASE + "p" + i + ".html?q",
                            "?q -> " + BASE + "p" + i + ".html?q",
                            "same.html -> " + BASE + "same.html");
        }
    }

    @Test
    void whatThePageAloneSaysIsKept() throws Exception {
        page(
                "index.html",
                "<a href='${x}'>1</a><a href='https://'>2</a><a href='../../up'>3</a><link rel=preconnect href='https://cdn.org'>"
                        + "<form method=post action=x></form><p data-check-links=ignore><a href=y>6</a></p>"
                        + "<a href='a.html#${id}'>7</a><a href='mailto:${x}'>8</a><a href='old/x#y'>9</a>");
        plans.excludes = Patterns.of("excludes", List.of("old/*"));
        plans.site = new Site.Built(directory.resolve("site"), "https://site.invalid/", false);

        Facts facts = plans.run();

        assertThat(Told.links(facts, "index.html"))
                .extracting(KeptLink::early)
                .containsExactly(
                        Early.PLACEHOLDER,
                        Early.MALFORMED,
                        Early.OUTSIDE,
                        Early.HINT,
                        Early.POST,
                        Early.MUTED,
                        Early.PLACEHOLDER,
                        Early.NOTHING,
                        Early.EXCLUDED);
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void aPublishedSiteMayClimbAboveItsRoot() throws Exception {
        page("index.html", "<a href='../other'>x</a>");

        Facts facts = plans.run();

        assertThat(Told.links(facts, "index.html")).extracting(KeptLink::early).containsExactly(Early.NOTHING);
        assertThat(web.asked()).contains("https://docs.org/other");
    }

    @Test
    void excludedPagesAreTargetsWithAnchors() throws Exception {
        plans.excludePages = Patterns.of("excludePages", List.of("old/*"));
        page("index.html", "<a href=old/a.html#here>x</a>");
        page("old/a.html", "<p id=here><a href=https://never.org/>x</a>");
        page("old/b.html", "<a href=https://never.org/>x</a>");

        Facts facts = plans.run();

        assertThat(Told.pages(facts)).containsExactly("index.html");
        assertThat(Told.hasAnchor(facts, BASE + "old/a.html", "here")).isTrue();
        assertThat(facts.links()).isEqualTo(1);
        assertThat(facts.pageCount()).isEqualTo(2);
        assertThat(web.asked()).isEmpty();
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

        assertThat(Told.hasAnchor(facts, BASE + "api/C.html", "run()")).isTrue();
        assertThat(Told.pages(facts)).containsExactly("index.html");
        assertThat(facts.targets().reach(Told.target(facts, BASE + "api/D.html")))
                .isEqualTo(Reach.ABSENT);
        assertThat(Told.outcome(facts, "https://docs.org/m/x")).isEqualTo(new Outcome.Unasked(Skip.OTHER_MODULE));
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void aMappingThatIsNotThereEndsTheRun() throws Exception {
        plans.mappings.add(new Mapping("https://docs.org/g/api/", directory.resolve("absent")));
        page("index.html", "<a href=api/>x</a>");

        assertThatThrownBy(() -> plans.run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("index.html")
                .hasMessageContaining("absent");
    }

    @Test
    void aRefreshWithoutDelayIsAStub() throws Exception {
        page("stub.html", "<meta http-equiv=refresh content='0; url=real.html'>");
        page("slow.html", "<meta http-equiv=refresh content='5; url=real.html'>");
        page("real.html", "");

        Facts facts = plans.run();

        assertThat(facts.refreshesTo(Told.page(facts, "stub.html"))).isEqualTo(Told.target(facts, BASE + "real.html"));
        assertThat(facts.refreshesTo(Told.page(facts, "slow.html"))).isEqualTo(-1);
    }

    @Test
    void aFileIsOnePageUnderAllItsAddresses() throws Exception {
        page(
                "index.html",
                "<a href=./>x</a><a href=/g#a>x</a><a href=index.html?v=1>x</a><a href=http://docs.org/g/>x</a><p id=a>");

        Facts facts = plans.run();

        int page = Told.page(facts, "index.html");
        for (String url : List.of(BASE, "https://docs.org/g", BASE + "index.html?v=1", "http://docs.org/g/")) {
            assertThat(facts.page(Told.target(facts, url))).as(url).isEqualTo(page);
        }
        assertThat(facts.pageCount()).isEqualTo(1);
    }

    @Test
    void externalTargetsOfAllPagesAreAskedForOnce() throws Exception {
        for (int i = 0; i < 500; i++) {
            page("p" + i + ".html", "<a href=https://other.org/x>x</a><a href=https://other.org/x#y>x</a>");
        }
        web.page("https://other.org/x", "");

        Facts facts = plans.run();

        assertThat(web.wants("https://other.org/x")).containsExactly(Want.STATUS);
        assertThat(facts.pages()).isEqualTo(500);
        assertThat(Told.outcome(facts, "https://other.org/x")).isEqualTo(new Outcome.Answered(200, 1));
    }

    @Test
    void theFirstBoundOnPagesIsForServersOnly() throws Exception {
        plans.maxPages = 1;
        page("a.html", "<a href=https://other.org/>x</a>");
        page("b.html", "");

        Facts facts = plans.run();

        assertThat(facts.pages()).isEqualTo(2);
        assertThat(facts.cutShort()).isEmpty();
        assertThat(web.asked()).isNotEmpty();
    }

    @Test
    void withoutAZoneToJudgeNoAnchorIsWaitedFor() throws Exception {
        plans.fragmentZones = Set.<Zone>of();
        plans.keepAll = false;
        page("index.html", "<a href=b.html#absent>x</a><a href=#absent>x</a>");
        page("b.html", "");

        assertThat(plans.run().hasKept(0)).isFalse();
    }

    @Test
    void mapsAreFoundByName() throws Exception {
        page("index.html", "<img usemap=#there><img usemap=#absent><map name=there></map>");

        Facts facts = plans.run();
        int page = Told.page(facts, "index.html");

        assertThat(facts.hasMap(page, "there")).isTrue();
        assertThat(facts.hasMap(page, "absent")).isFalse();
        assertThat(facts.hasAnchor(page, new Fragment("there"))).isFalse();
        assertThat(Told.links(facts, "index.html")).hasSize(2);
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
            List<KeptLink> links = Told.links(facts, "p" + i + ".html");
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

        assertThat(Told.targets(facts, "big.html")).containsExactly("end.html -> " + BASE + "end.html");
        assertThat(facts.links()).isEqualTo(2);
    }

    @Test
    void namesWithOddLettersAreAddressesAndComeBack() throws Exception {
        page("a b/100%/ü#?.html", "<a href=x.html>x</a>");
        page("index.html", "<a href='a b/100%25/ü%23%3F.html'>x</a>");

        Facts facts = plans.run();

        assertThat(Told.pages(facts)).containsExactly("a b/100%/ü#?.html", "index.html");
        int target = Told.links(facts, "index.html").get(0).target();
        assertThat(facts.targets().reach(target)).isEqualTo(Reach.FILE);
        assertThat(facts.page(target)).isEqualTo(Told.page(facts, "a b/100%/ü#?.html"));
    }

    @Test
    void progressIsHeard() throws Exception {
        page("index.html", "");
        long[] heard = new long[3];
        plans.progress = (pages, links, waiting) -> {
            heard[0] = pages;
            heard[2]++;
        };

        plans.run();

        assertThat(heard[0]).isEqualTo(1);
        assertThat(heard[2]).isPositive();
    }

    @Test
    void hintsKnowWhatLiesAround() throws Exception {
        page("docs/Guide.html", "<p id=one><p id=two>");
        page("index.html", "<a href=docs/guide.html>x</a><a href=docs/Guide.html#three>x</a>");

        Facts facts = plans.run();
        Surroundings around = Objects.requireNonNull(facts.surroundings(Told.target(facts, BASE + "docs/guide.html")));

        assertThat(around.path()).isEqualTo("docs/guide.html");
        assertThat(around.inOtherCase("docs/guide.html")).isEqualTo("docs/Guide.html");
        assertThat(around.ofSameName("x/Guide.html")).containsExactly("docs/Guide.html");
        assertThat(around.besides("docs/x")).containsExactly("Guide.html");
        assertThat(around.isFile("docs/Guide.html")).isTrue();
        assertThat(around.isDirectory("docs")).isTrue();
        assertThat(facts.anchorNames(Told.target(facts, BASE + "docs/Guide.html")))
                .containsExactly("one", "two");
        assertThat(facts.name(Told.target(facts, BASE + "docs/guide.html"))).isEqualTo("docs/guide.html");
    }
}
