// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Summary;
import io.github.checklinks.model.Zone;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the reading of a served site begins. */
class StartPageTest {

    private static final Gate GATE = new Gate(0, -1, -1, 1, 0, false);

    @TempDir
    Path temporary;

    private final LoopbackServer server = new LoopbackServer();
    private Trial trial = new Trial(Path.of("."));

    @BeforeEach
    void begin() {
        trial = new Trial(temporary).servedFrom(server.url("/docs/"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String page(String body) {
        return "<!DOCTYPE html>\n<html lang=en><title>t</title>\n" + body;
    }

    @Test
    void theScopeIsThatOfTheStartAfterItsRedirects() throws Exception {
        server.redirect("/docs/", 302, "/v2/docs/index.html")
                .page("/v2/docs/index.html", page("<a href=a.html>1</a><a href=/docs/x>2</a>"))
                .page("/v2/docs/a.html", page(""));

        Told told = trial.run();

        assertThat(told.result().site()).isEqualTo(server.url("/v2/docs/"));
        assertThat(told.finding().rule()).isEqualTo(Rule.START_REDIRECTED);
        assertThat(told.verdict("a.html")).isEqualTo("ok");
        assertThat(told.verdict("/docs/x")).isEqualTo("skipped: external");
        assertThat(told.summary().pages()).isEqualTo(2);
    }

    @Test
    void aStartThatIsNotThereIsAFindingAndTheGateNamesIt() throws Exception {
        Told told = trial.run();

        Finding finding = told.finding();
        assertThat(finding.rule()).isEqualTo(Rule.NOT_FOUND);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.zone()).isEqualTo(Zone.SITE);
        assertThat(finding.target()).isEqualTo(server.url("/docs/"));
        assertThat(finding.links())
                .extracting(Told::place)
                .containsExactly(server.url("/docs/") + ":0:0 site@null " + server.url("/docs/"));
        assertThat(told.summary()).isEqualTo(new Summary(0, 1, 1, 0, 0, 0, 0, 0, 1));
        assertThat(told.ledger()).hasSize(1);
        GateResult gate = new Gate(-1, -1, -1, 0, 0, false).judge(told.result());
        assertThat(gate.objections())
                .containsExactly("the start page " + server.url("/docs/")
                        + " could not be read: the server has nothing there (404)");
    }

    @Test
    void aStartWhereNobodyAnswersIsAFinding() throws Exception {
        server.close();

        Told told = trial.run();

        assertThat(told.finding().rule()).isEqualTo(Rule.UNREACHABLE);
        assertThat(told.finding().severity()).isEqualTo(Severity.ERROR);
        assertThat(GATE.judge(told.result()).objections().get(0))
                .startsWith("the start page " + server.url("/docs/") + " could not be read: ");
    }

    @Test
    void aStartThatCanBeReadIsNoFinding() throws Exception {
        server.page("/docs/", page("<a href=gone.html>1</a>"));

        Told told = trial.run();

        assertThat(told.finding().links()).extracting(Told::place).containsExactly("index.html:3:1 a@href gone.html");
        assertThat(GATE.judge(told.result()).objections()).containsExactly("1 broken link, 0 allowed");
    }

    @Test
    void anExcludedStartIsStillReadToFindPages() throws Exception {
        server.page("/docs/", page("<a href=a.html>1</a><a href=" + server.url("/else") + ">2</a><a href=tel:1>3</a>"))
                .page("/docs/a.html", page("<a href=gone.html>1</a>"));

        Told told = trial.askingOutside().excludePages("index.html").run();

        assertThat(told.finding().links()).extracting(link -> link.page()).containsExactly("a.html");
        assertThat(told.summary()).isEqualTo(new Summary(1, 1, 1, 0, 0, 0, 0, 0, 1));
        assertThat(server.asked("/else")).isEmpty();
    }

    @Test
    void aStartThatRobotsTxtForbidsNamesTheWayOut() throws Exception {
        server.on(
                        "/robots.txt",
                        exchange -> LoopbackServer.send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /"))
                .page("/docs/", page("<a href=a.html>1</a>"));

        Told told = trial.run();

        assertThat(told.finding().rule()).isEqualTo(Rule.BLOCKED);
        assertThat(told.finding().severity()).isEqualTo(Severity.ERROR);
        assertThat(GATE.judge(told.result()).objections().get(0))
                .isEqualTo("the start page " + server.url("/docs/")
                        + " could not be read: the server refuses to say (robots.txt forbids it; if the site is yours,"
                        + " set respectRobots to false)");
        assertThat(server.asked()).containsExactly("GET /robots.txt");

        Told free = trial.ignoringRobots().run();

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

        Told told = trial.run();

        assertThat(told.findings()).isEmpty();
        assertThat(told.verdict("no2#x")).isEqualTo("skipped: robots");
        assertThat(told.result().skipped()).containsExactly(Map.entry(SkipReason.ROBOTS, 2L));
        assertThat(told.summary()).isEqualTo(new Summary(1, 3, 2, 0, 0, 2, 0, 0, 0));
    }

    @Test
    void aSeedThatCannotBeReadIsAFindingAndTheGateNamesIt() throws Exception {
        server.page("/docs/", page("<a href=gone>1</a>"))
                .page("/docs/there", page(""))
                .redirect("/moved.xml", 301, "/gone.xml");

        Told told = trial.seeds("there", "gone", "/moved.xml").run();

        assertThat(told.findings())
                .extracting(Finding::rule)
                .containsOnly(Rule.NOT_FOUND)
                .hasSize(2);
        assertThat(told.findings()).extracting(Finding::severity).containsOnly(Severity.ERROR);
        assertThat(told.findings().get(0).links())
                .extracting(Told::place)
                .containsExactly(
                        server.url("/docs/gone") + ":0:0 seeds@null " + server.url("/docs/gone"),
                        "index.html:3:1 a@href gone");
        assertThat(told.summary()).isEqualTo(new Summary(2, 3, 2, 0, 0, 0, 0, 0, 2));
        assertThat(new Gate(-1, -1, -1, 0, 0, false).judge(told.result()).objections())
                .containsExactly(
                        "the seed " + server.url("/docs/gone")
                                + " could not be read: the server has nothing there (404)",
                        "the seed " + server.url("/moved.xml")
                                + " could not be read: the server has nothing there (404)");
    }

    @Test
    void aSeedThatIsNotAskedIsToldToo() throws Exception {
        server.page("/docs/", page(""));
        String elsewhere = "http://127.0.0.2:9/list";

        Told told = trial.seeds(elsewhere).run();

        assertThat(told.finding().rule()).isEqualTo(Rule.SKIPPED);
        assertThat(told.finding().severity()).isEqualTo(Severity.ERROR);
        assertThat(GATE.judge(told.result()).objections())
                .contains("the seed " + elsewhere + " could not be read: not requested: " + elsewhere
                        + " has a private address, and allowPrivate does not name its host");
        assertThat(told.finding().hint()).contains("-Dcheck-links.allowPrivate=127.0.0.2");
    }

    @Test
    void ofManyBrokenSeedsTheGateNamesAFew() throws Exception {
        server.page("/docs/", page(""));

        Told told = trial.seeds("1", "2", "3", "4", "5", "6", "7").run();

        assertThat(told.findings()).hasSize(7);
        assertThat(new Gate(-1, -1, -1, 0, 0, false).judge(told.result()).objections())
                .hasSize(6)
                .last()
                .isEqualTo("2 more seeds could not be read");
    }

    @Test
    void aServerThatAnswersAnythingIsANote() throws Exception {
        server.page("/docs/", page("<a href=x>1</a>"))
                .page("/docs/x", page(""))
                .page("/docs/check-links-asks-for-a-page-that-nobody-made", page("welcome"));

        Told told = trial.run();

        assertThat(told.result().notes()).singleElement().asString().contains("a page that nobody made", "404");
        assertThat(told.summary()).isEqualTo(new Summary(2, 1, 1, 1, 0, 0, 0, 0, 0));
    }
}
