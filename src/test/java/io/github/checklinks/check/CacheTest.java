// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.checklinks.check.policy.CheckedFragments;
import io.github.checklinks.crawl.cache.CacheSettings;
import io.github.checklinks.model.CheckedLink;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests and the result of a second run with the cache. */
class CacheTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(600);
    private static final Instant DAYS_LATER = NOON.plus(Duration.ofDays(3));

    @TempDir
    Path temporary;

    @AutoClose
    private final LoopbackServer server = new LoopbackServer();

    private Path directory() {
        return temporary.resolve("cache");
    }

    private String remembered() throws IOException {
        Path file = directory().resolve("answers-1.txt");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private Trial trial(Instant now, String body) throws IOException {
        return new Trial(temporary)
                .page("index.html", body)
                .askingOutside()
                .cache(new CacheSettings(directory(), Duration.ofDays(1), Clock.fixed(now, ZoneOffset.UTC)));
    }

    private String link(String path) {
        return "<a href=\"" + server.url(path) + "\">x</a>\n";
    }

    private static boolean isCached(TrialResult result, String text) {
        List<CheckedLink> links = result.ledger().stream()
                .filter(link -> link.link().reference().text().equals(text))
                .toList();
        assertThat(links).isNotEmpty();
        return links.get(0).cached();
    }

    @Test
    void aGoodAnswerIsNotAskedForAgain() throws Exception {
        server.page("/there", "there");
        TrialResult first = trial(NOON, link("/there")).run();
        TrialResult second = trial(LATER, link("/there")).run();

        assertThat(server.asked("/there")).hasSize(1);
        assertThat(second.lines()).isEqualTo(first.lines());
        assertThat(second.verdict(server.url("/there"))).isEqualTo("ok");
        assertThat(isCached(first, server.url("/there"))).isFalse();
        assertThat(isCached(second, server.url("/there"))).isTrue();
        assertThat(second.result().notes()).isEmpty();
    }

    @Test
    void deadHostsStayErrorsWhenTheGoodOnesComeFromTheCache() throws Exception {
        server.page("/there", "there");
        String dead =
                "<a href=https://one.invalid/>1</a><a href=https://two.invalid/>2</a><a href=https://three.invalid/>3</a>";
        TrialResult first = trial(NOON, link("/there") + dead)
                .allowPrivate("127.0.0.1", "*.invalid")
                .run();
        TrialResult second = trial(LATER, link("/there") + dead)
                .allowPrivate("127.0.0.1", "*.invalid")
                .run();

        assertThat(first.findings()).extracting(Finding::rule).containsOnly(Rule.UNKNOWN_HOST);
        assertThat(second.facts()).isEqualTo(first.facts());
        assertThat(second.summary()).isEqualTo(first.summary());
        assertThat(isCached(second, server.url("/there"))).isTrue();
    }

    @Test
    void aFailureIsAskedForInEveryRun() throws Exception {
        server.status("/error", 500).redirect("/away", 302, "/gone");
        String body = link("/gone") + link("/error") + link("/away");
        trial(NOON, body).run();
        int asked = server.asked().size();
        TrialResult second = trial(LATER, body).run();

        assertThat(server.asked()).hasSize(2 * asked);
        assertThat(second.ledger()).noneMatch(CheckedLink::cached);
        assertThat(remembered()).isEmpty();
    }

    @Test
    void whatWasGoodAndFailsIsNotTakenForGoodAfterwards() throws Exception {
        server.page("/page", "there");
        trial(NOON, link("/page")).run();
        server.status("/page", 404);
        TrialResult failed = trial(DAYS_LATER, link("/page")).run();

        assertThat(failed.finding().rule()).isEqualTo(Rule.NOT_FOUND);
        assertThat(trial(DAYS_LATER, link("/page")).run().finding().rule()).isEqualTo(Rule.NOT_FOUND);
        assertThat(remembered()).doesNotContain("/page");
    }

    @Test
    void anAnswerThatIsTooOldIsAskedForAgain() throws Exception {
        server.page("/there", "there");
        trial(NOON, link("/there")).run();
        TrialResult second = trial(DAYS_LATER, link("/there")).run();
        trial(DAYS_LATER.plusSeconds(60), link("/there")).run();

        assertThat(server.asked("/there")).hasSize(2);
        assertThat(isCached(second, server.url("/there"))).isFalse();
    }

    /** Serves a page with a validator such as an entity tag, and records the conditions of requests. */
    private List<String> pageWithState(String path, String header, String state, String condition, String body) {
        List<String> conditions = new CopyOnWriteArrayList<>();
        server.on(path, exchange -> {
            String asked = exchange.getRequestHeaders().getFirst(condition);
            conditions.add(exchange.getRequestMethod() + " " + asked);
            exchange.getResponseHeaders().set(header, state);
            answer(exchange, state.equals(asked) ? 304 : 200, body);
        });
        return conditions;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        LoopbackServer.send(exchange, status, "text/html", status == 304 ? "" : body);
    }

    @Test
    void anOldAnswerHoldsWhenTheServerSaysThatNothingChanged() throws Exception {
        List<String> conditions = pageWithState("/page", "ETag", "\"v1\"", "If-None-Match", "there");
        trial(NOON, link("/page")).run();
        TrialResult second = trial(DAYS_LATER, link("/page")).run();
        TrialResult third = trial(DAYS_LATER.plusSeconds(60), link("/page")).run();

        assertThat(conditions).containsExactly("HEAD null", "HEAD \"v1\"");
        assertThat(second.verdict(server.url("/page"))).isEqualTo("ok");
        assertThat(isCached(second, server.url("/page"))).isFalse();
        assertThat(isCached(third, server.url("/page"))).isTrue();
    }

    @Test
    void theTimeOfTheLastChangeIsAConditionToo() throws Exception {
        String time = "Sun, 22 Nov 2026 10:00:00 GMT";
        List<String> conditions = pageWithState("/page", "Last-Modified", time, "If-Modified-Since", "there");
        trial(NOON, link("/page")).run();
        TrialResult second = trial(DAYS_LATER, link("/page")).run();

        assertThat(conditions).containsExactly("HEAD null", "HEAD " + time);
        assertThat(second.findings()).isEmpty();
    }

    @Test
    void aConditionThatAServerCannotBearIsDropped() throws Exception {
        server.on("/page", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match");
            LoopbackServer.send(exchange, conditional ? 412 : 200, "text/html", "there");
        });
        trial(NOON, link("/page")).run();
        TrialResult second = trial(DAYS_LATER, link("/page")).run();

        assertThat(second.findings()).isEmpty();
        assertThat(server.asked("/page")).containsExactly("HEAD /page", "HEAD /page", "GET /page");
    }

    @Test
    void anUnchangedPageStillHasItsAnchors() throws Exception {
        List<String> conditions =
                pageWithState("/page", "ETag", "\"v1\"", "If-None-Match", "<p id=here>there<p id=other>");
        trial(NOON, link("/page#here")).fragments(CheckedFragments.ALL).run();
        TrialResult second = trial(DAYS_LATER, link("/page#other") + link("/page#gone"))
                .fragments(CheckedFragments.ALL)
                .run();

        assertThat(conditions).containsExactly("GET null", "GET \"v1\"");
        assertThat(second.verdict(server.url("/page#other"))).isEqualTo("ok");
        assertThat(second.finding().rule()).isEqualTo(Rule.MISSING_FRAGMENT);
    }

    @Test
    void redirectsAreRememberedEachAsItIs() throws Exception {
        server.redirect("/a", 301, "/b").redirect("/b", 302, "/c").page("/c", "there");
        TrialResult first = trial(NOON, link("/a") + link("/b")).run();
        int asked = server.asked().size();
        TrialResult second = trial(LATER, link("/a") + link("/b")).run();

        assertThat(server.asked()).hasSize(asked);
        assertThat(second.lines()).isEqualTo(first.lines());
        assertThat(second.finding().rule()).isEqualTo(Rule.MOVED);
        assertThat(second.finding().redirects()).isEqualTo(first.finding().redirects());
        assertThat(second.verdict(server.url("/b"))).isEqualTo("redirected: " + server.url("/c"));
        assertThat(second.ledger()).allMatch(CheckedLink::cached);
    }

    @Test
    void aRedirectWhoseEndIsExcludedTodayIsNotFollowedByMemory() throws Exception {
        server.redirect("/a", 302, "/b").page("/b", "there");
        trial(NOON, link("/a")).run();
        TrialResult second = trial(LATER, link("/a")).excludes("*/b").run();

        assertThat(second.verdict(server.url("/a"))).isEqualTo("skipped: excluded");
    }

    @Test
    void aStatusThatIsFineNoMoreIsAskedForAgain() throws Exception {
        server.status("/login", 403);
        TrialResult first = trial(NOON, link("/login")).accept("403").run();
        TrialResult still = trial(LATER, link("/login")).accept("403").run();
        int asked = server.asked("/login").size();
        TrialResult second = trial(LATER, link("/login")).run();

        assertThat(first.findings()).isEmpty();
        assertThat(isCached(still, server.url("/login"))).isTrue();
        assertThat(asked).isEqualTo(1);
        assertThat(second.finding().rule()).isEqualTo(Rule.BLOCKED);
        assertThat(server.asked("/login").size()).isGreaterThan(asked);
    }

    @Test
    void anchorsAreRememberedWhenTheyAreJudged() throws Exception {
        server.page("/page", "<p id=here>there<p id=other>").page("/image", "");
        server.on("/image", exchange -> LoopbackServer.send(exchange, 200, "image/png", "png"));
        String body = link("/page#here") + link("/page") + link("/image#x");
        TrialResult first = trial(NOON, body).fragments(CheckedFragments.ALL).run();
        int asked = server.asked().size();
        TrialResult second = trial(LATER, body).fragments(CheckedFragments.ALL).run();
        TrialResult third = trial(LATER, link("/page") + link("/page#other"))
                .fragments(CheckedFragments.ALL)
                .run();

        assertThat(server.asked()).hasSize(asked);
        assertThat(first.findings()).isEmpty();
        assertThat(second.lines()).isEqualTo(first.lines());
        assertThat(third.findings()).isEmpty();
    }

    @Test
    void anAnchorThatWasMissingIsLookedForAgain() throws Exception {
        server.page("/page", "<p id=here>there");
        TrialResult first = trial(NOON, link("/page#gone") + link("/page#here"))
                .fragments(CheckedFragments.ALL)
                .run();
        server.page("/page", "<p id=gone>fixed");
        TrialResult second =
                trial(LATER, link("/page#gone")).fragments(CheckedFragments.ALL).run();

        assertThat(first.finding().rule()).isEqualTo(Rule.MISSING_FRAGMENT);
        assertThat(second.findings()).isEmpty();
    }

    @Test
    void aPageThatWasNotReadIsReadWhenItsAnchorsAreJudged() throws Exception {
        server.page("/page", "<p id=here>there");
        trial(NOON, link("/page") + link("/page#gone")).run();
        TrialResult second = trial(LATER, link("/page") + link("/page#gone"))
                .fragments(CheckedFragments.ALL)
                .run();

        assertThat(server.asked("/page")).containsExactly("HEAD /page", "GET /page");
        assertThat(second.finding().rule()).isEqualTo(Rule.MISSING_FRAGMENT);
    }

    @Test
    void secretsAreNotWrittenDown() throws Exception {
        server.page("/page", "there")
                .page("/signed?token=abc", "there")
                .redirect("/download", 302, "/signed?token=abc");
        String body =
                link("/page").replace("http://", "http://name:pass@") + link("/signed?token=abc") + link("/download");
        trial(NOON, body).run();
        int asked = server.asked().size();
        TrialResult second = trial(LATER, body).run();

        assertThat(remembered()).doesNotContain("pass", "abc", "name");
        assertThat(server.asked()).hasSize(2 * asked);
        assertThat(second.findings()).isEmpty();
    }

    @Test
    void nothingOfTheHostUnderCheckIsRemembered() throws Exception {
        try (LoopbackServer other = new LoopbackServer()) {
            other.page("/there", "there");
            server.page(
                            "/docs/",
                            "<a href=page.html>x</a> <a href=/up.html>x</a> <a href=\"" + other.url("/there")
                                    + "\">x</a>")
                    .page("/docs/page.html", "x")
                    .page("/up.html", "x");
            for (Instant now : List.of(NOON, LATER)) {
                TrialResult result =
                        trial(now, "").servedFrom(server.url("/docs/")).run();
                assertThat(result.findings()).isEmpty();
            }

            assertThat(other.asked()).hasSize(1);
            assertThat(server.asked("/docs/page.html")).hasSize(2);
            assertThat(server.asked("/up.html")).hasSize(2);
            assertThat(remembered()).contains(other.url("/there")).doesNotContain(server.url("/"));
        }
    }

    @Test
    void whoeverIsOfflineUsesNothingOfIt() throws Exception {
        server.page("/there", "there");
        trial(NOON, link("/there")).run();
        TrialResult second = trial(LATER, link("/there")).offline().run();

        assertThat(second.verdict(server.url("/there"))).isEqualTo("skipped: offline");
        assertThat(isCached(second, server.url("/there"))).isFalse();
    }

    @Test
    void aDamagedCacheIsReportedInOneLineAndReplaced() throws Exception {
        server.page("/there", "there");
        Files.createDirectories(directory());
        Files.writeString(directory().resolve("answers-1.txt"), "not ours");
        TrialResult first = trial(NOON, link("/there")).run();
        TrialResult second = trial(LATER, link("/there")).run();

        assertThat(first.result().notes()).singleElement().asString().contains("damaged");
        assertThat(first.findings()).isEmpty();
        assertThat(second.result().notes()).isEmpty();
        assertThat(server.asked("/there")).hasSize(1);
    }

    @Test
    void aSiteWithoutLinksToOthersLeavesTheCacheAlone() throws Exception {
        Files.createDirectories(directory());
        Files.writeString(directory().resolve("answers-1.txt"), "not ours, and never read");
        TrialResult result = trial(NOON, "<a href=\"#top\">x</a>").run();

        assertThat(result.result().notes()).isEmpty();
        assertThat(remembered()).startsWith("not ours");
    }

    @Test
    void theReportSaysTheSameWithAndWithoutMemory() throws Exception {
        server.redirect("/old", 301, "/new").page("/new", "<p id=a>x").page("/plain", "");
        String body = link("/old#a") + link("/old") + link("/new#a") + link("/plain") + link("/plain#x");
        TrialResult first = trial(NOON, body).fragments(CheckedFragments.ALL).run();
        TrialResult second = trial(LATER, body).fragments(CheckedFragments.ALL).run();

        assertThat(second.summary()).isEqualTo(first.summary());
        assertThat(second.findings().stream().map(CacheTest::text).toList())
                .isEqualTo(first.findings().stream().map(CacheTest::text).toList());
    }

    private static String text(Finding finding) {
        return finding.toString();
    }
}
