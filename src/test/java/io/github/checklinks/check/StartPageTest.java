// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.LinkOrigin;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Summary;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.HostPattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The start page and the seeds of a served site. */
class StartPageTest extends ServedTrial {

    private static final Gate GATE = new Gate(0, -1, -1, 1, 0, false);

    @Test
    void theScopeIsThatOfTheStartAfterItsRedirects() throws Exception {
        server.redirect("/docs/", 302, "/v2/docs/index.html")
                .page("/v2/docs/index.html", page("<a href=a.html>1</a><a href=/docs/x>2</a>"))
                .page("/v2/docs/a.html", page(""));

        TrialResult result = trial.run();

        assertThat(result.result().site()).isEqualTo(server.url("/v2/docs/"));
        assertThat(result.finding().rule()).isEqualTo(Rule.START_REDIRECTED);
        assertThat(result.verdict("a.html")).isEqualTo("ok");
        assertThat(result.verdict("/docs/x")).isEqualTo("skipped: external");
        assertThat(result.summary().pages()).isEqualTo(2);
    }

    @Test
    void aStartThatIsNotThereIsAFindingAndTheGateNamesIt() throws Exception {
        TrialResult result = trial.run();

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.NOT_FOUND);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.zone()).isEqualTo(Zone.SITE);
        assertThat(finding.target()).isEqualTo(server.url("/docs/"));
        assertThat(finding.links())
                .extracting(TrialResult::place)
                .containsExactly(server.url("/docs/") + ":0:0 site@null " + server.url("/docs/"));
        assertThat(finding.links().get(0).origin()).isEqualTo(new LinkOrigin.Start(server.url("/docs/")));
        assertThat(result.summary()).isEqualTo(new Summary(0, 1, 1, 0, 0, 0, 0, 0, 1));
        assertThat(result.ledger()).hasSize(1);
        GateResult gate = new Gate(-1, -1, -1, 0, 0, false).judge(result.result());
        assertThat(gate.objections())
                .containsExactly("the start page " + server.url("/docs/") + " could not be read: not found (404)");
    }

    @Test
    void aStartWithoutAResponseIsAFinding() throws Exception {
        server.close();

        TrialResult result = trial.run();

        assertThat(result.finding().rule()).isEqualTo(Rule.UNREACHABLE);
        assertThat(result.finding().severity()).isEqualTo(Severity.ERROR);
        assertThat(GATE.judge(result.result()).objections().get(0))
                .startsWith("the start page " + server.url("/docs/") + " could not be read: ");
    }

    @Test
    void aStartThatCanBeReadIsNoFinding() throws Exception {
        server.page("/docs/", page("<a href=gone.html>1</a>"));

        TrialResult result = trial.run();

        assertThat(result.finding().links())
                .extracting(TrialResult::place)
                .containsExactly("index.html:3:1 a@href gone.html");
        assertThat(GATE.judge(result.result()).objections()).containsExactly("1 broken link, 0 allowed");
    }

    @Test
    void anExcludedStartIsStillReadToFindPages() throws Exception {
        server.page("/docs/", page("<a href=a.html>1</a><a href=" + server.url("/else") + ">2</a><a href=tel:1>3</a>"))
                .page("/docs/a.html", page("<a href=gone.html>1</a>"));

        TrialResult result = trial.askingOutside().excludePages("index.html").run();

        assertThat(result.finding().links()).extracting(link -> link.page()).containsExactly("a.html");
        assertThat(result.summary()).isEqualTo(new Summary(1, 1, 1, 0, 0, 0, 0, 0, 1));
        assertThat(server.asked("/else")).isEmpty();
    }

    @Test
    void aStartThatRobotsTxtForbidsNamesTheWayOut() throws Exception {
        server.on(
                        "/robots.txt",
                        exchange -> LoopbackServer.send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /"))
                .page("/docs/", page("<a href=a.html>1</a>"));

        TrialResult result = trial.run();

        assertThat(result.finding().rule()).isEqualTo(Rule.BLOCKED);
        assertThat(result.finding().severity()).isEqualTo(Severity.ERROR);
        assertThat(GATE.judge(result.result()).objections().get(0))
                .isEqualTo("the start page " + server.url("/docs/")
                        + " could not be read: access denied (robots.txt forbids it; if the site is yours,"
                        + " set respectRobots to false)");
        assertThat(server.asked()).containsExactly("GET /robots.txt");

        TrialResult free = trial.ignoringRobots().run();

        assertThat(free.summary().pages()).isEqualTo(1);
        assertThat(server.asked("/robots.txt")).hasSize(1);
    }

    @Test
    void pagesThatRobotsTxtForbidsAreCountedAsSkipped() throws Exception {
        server.on(
                        "/robots.txt",
                        exchange ->
                                LoopbackServer.send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /docs/no"))
                .page("/docs/", page("<a href=no1>1</a><a href=no2#x>2</a><a href=no1>3</a>"));

        TrialResult result = trial.run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.verdict("no2#x")).isEqualTo("skipped: robots");
        assertThat(result.result().skipped()).containsExactly(Map.entry(SkipReason.ROBOTS, 2L));
        assertThat(result.summary()).isEqualTo(new Summary(1, 3, 2, 0, 0, 2, 0, 0, 0));
    }

    @Test
    void aSeedThatCannotBeReadIsAFindingAndTheGateNamesIt() throws Exception {
        server.page("/docs/", page("<a href=gone>1</a>"))
                .page("/docs/there", page(""))
                .redirect("/moved.xml", 301, "/gone.xml");

        TrialResult result = trial.seeds("there", "gone", "/moved.xml").run();

        assertThat(result.findings())
                .extracting(Finding::rule)
                .containsOnly(Rule.NOT_FOUND)
                .hasSize(2);
        assertThat(result.findings()).extracting(Finding::severity).containsOnly(Severity.ERROR);
        assertThat(result.findings().get(0).links())
                .extracting(TrialResult::place)
                .containsExactly(
                        server.url("/docs/gone") + ":0:0 seeds@null " + server.url("/docs/gone"),
                        "index.html:3:1 a@href gone");
        assertThat(result.findings().get(0).links())
                .extracting(Link::origin)
                .containsExactly(new LinkOrigin.Seed(server.url("/docs/gone")), new LinkOrigin.OnPage("index.html"));
        assertThat(result.summary()).isEqualTo(new Summary(2, 3, 2, 0, 0, 0, 0, 0, 2));
        assertThat(new Gate(-1, -1, -1, 0, 0, false).judge(result.result()).objections())
                .containsExactly(
                        "the seed " + server.url("/docs/gone") + " could not be read: not found (404)",
                        "the seed " + server.url("/moved.xml") + " could not be read: not found (404)");
    }

    @Test
    void aSeedThatIsNotRequestedIsReportedToo() throws Exception {
        server.page("/docs/", page(""));
        String elsewhere = "http://127.0.0.2:9/list";

        TrialResult result = trial.seeds(elsewhere).run();

        assertThat(result.finding().rule()).isEqualTo(Rule.SKIPPED);
        assertThat(result.finding().severity()).isEqualTo(Severity.ERROR);
        assertThat(GATE.judge(result.result()).objections())
                .contains("the seed " + elsewhere + " could not be read: not requested: " + elsewhere
                        + " has a private address, and its host is not in allowPrivate");
        assertThat(result.finding().hint()).contains("-Dcheck-links.allowPrivate=127.0.0.2");
    }

    @Test
    void ofManyBrokenSeedsTheGateNamesAFew() throws Exception {
        server.page("/docs/", page(""));

        TrialResult result = trial.seeds("1", "2", "3", "4", "5", "6", "7").run();

        assertThat(result.findings()).hasSize(7);
        assertThat(new Gate(-1, -1, -1, 0, 0, false).judge(result.result()).objections())
                .hasSize(6)
                .last()
                .isEqualTo("2 more seeds could not be read");
    }

    @Test
    void aServerThatAnswersAnythingIsANote() throws Exception {
        server.page("/docs/", page("<a href=x>1</a>"))
                .page("/docs/x", page(""))
                .page("/docs/check-links-soft-404-probe", page("welcome"));

        TrialResult result = trial.run();

        assertThat(result.result().notes()).singleElement().asString().contains("a page that does not exist", "404");
        assertThat(result.summary()).isEqualTo(new Summary(2, 1, 1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void credentialsForRobotsTxtAndTheStartGoToTheirOwnServerOnly() throws Exception {
        Map<String, String> keys = new ConcurrentHashMap<>();
        try (LoopbackServer other = new LoopbackServer()) {
            server.on("/robots.txt", keyed(keys, "robots", other.url("/rules.txt")))
                    .on("/docs/", keyed(keys, "start", "/docs/in"))
                    .on("/docs/in", keyed(keys, "in", null));
            other.on("/rules.txt", keyed(keys, "rules", null));
            trial.allowPrivate("127.0.0.1")
                    .hosts(
                            List.of(new HostSettings(
                                    HostPattern.of("name", server.url("")), null, null, Map.of("X-Key", "own"), false)),
                            List.of());

            trial.run();
        }

        assertThat(keys).isEqualTo(Map.of("robots", "own", "rules", "null", "start", "own", "in", "own"));
    }

    private static LoopbackServer.Answer keyed(Map<String, String> keys, String name, @Nullable String location) {
        return exchange -> {
            keys.put(name, String.valueOf(exchange.getRequestHeaders().getFirst("X-Key")));
            if (location != null) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(location == null ? 200 : 302, -1);
        };
    }

    @Test
    void aStartThatIsTooBusyForAMomentIsRead() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        server.on("/docs/", exchange -> {
            if (requests.incrementAndGet() == 1) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.sendResponseHeaders(429, -1);
            } else {
                byte[] body = page("<a href=a.html>1</a>").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.page("/docs/a.html", page(""));

        TrialResult result = trial.retries(1).run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary().pages()).isEqualTo(2);
        assertThat(requests).hasValue(2);
    }
}
