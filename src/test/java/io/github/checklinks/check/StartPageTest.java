package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Finding;
import io.github.checklinks.GateResult;
import io.github.checklinks.Rule;
import io.github.checklinks.Severity;
import io.github.checklinks.Summary;
import io.github.checklinks.Zone;
import java.nio.file.Path;
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
        assertThat(told.findings()).isEmpty();
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
}
