// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.policy.CheckedFragments;
import io.github.checklinks.check.record.FailAfter;
import io.github.checklinks.crawl.record.Asking;
import io.github.checklinks.crawl.record.Failure;
import io.github.checklinks.crawl.record.RecordEntry;
import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.model.Answer;
import io.github.checklinks.model.CheckedLink;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.url.HostPattern;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests and verdicts of runs with a record of external links. */
class ExternalRecordTest extends RecordTrial {

    /** Records a good URL, one that fails and one that is moved, and adds one that is new and one that is reviewed. */
    private void aRecord() throws IOException {
        server.page("/good", "")
                .status("/bad", 404)
                .redirect("/old", 301, "/moved")
                .page("/moved", "");
        links.addAll(List.of("/good", "/bad", "/old"));
        recordOn(0);
        server.page("/new", "").status("/reviewed", 403);
        links.addAll(List.of("/new", "/reviewed"));
        Files.writeString(
                file(),
                text().replace(
                                "[\n",
                                "[\n{\"url\": \"" + server.url("/reviewed")
                                        + "\", \"reviewed\": {\"reason\": \"for people\", \"until\": \"2026-11-22\"}},\n"));
    }

    /** Returns the paths that are requested, without those that are requested by a second method. */
    private List<String> asked(int before) {
        return server.asked().stream()
                .skip(before)
                .map(request -> request.substring(request.indexOf(' ') + 1))
                .distinct()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALL  | /bad /good /moved /new /old | ok",
                "NEW  | /bad /new                   | ok",
                "NONE |                             | unrecorded: not in the record of external links; run mvn check-links:record",
            })
    void eachValueAsksAndJudges(Asking asking, @Nullable String requested, String ofNew) throws Exception {
        aRecord();
        int before = server.asked().size();
        TrialResult result = check(asking, 2);

        assertThat(asked(before)).isEqualTo(requested == null ? List.of() : List.of(requested.split(" ")));
        assertThat(result.verdict(server.url("/good"))).isEqualTo("ok");
        assertThat(result.verdict(server.url("/bad"))).isEqualTo("not-found: 404");
        assertThat(result.verdict(server.url("/old"))).isEqualTo("moved: " + server.url("/moved"));
        assertThat(result.verdict(server.url("/new"))).isEqualTo(ofNew);
        assertThat(result.verdict(server.url("/reviewed"))).isEqualTo("ok: reviewed: for people");
    }

    @Test
    void whereNoneIsAskedTheUnrecordedIsAnError() throws Exception {
        aRecord();

        Finding finding = check(Asking.NONE, 1).finding(Rule.UNRECORDED);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).isEqualTo("not in the record of external links; run mvn check-links:record");
        assertThat(finding.target()).isEqualTo(server.url("/new"));
        assertThat(finding.attempts()).isZero();
    }

    @Test
    void withoutCheckingExternalLinksNoRecordIsUsed() throws Exception {
        aRecord();
        int before = server.asked().size();
        TrialResult result = new Trial(temporary)
                .page("index.html", "<a href=\"" + server.url("/new") + "\">x</a>")
                .allowPrivate("127.0.0.1")
                .run();

        assertThat(asked(before)).isEmpty();
        assertThat(result.verdict(server.url("/new"))).isEqualTo("skipped: external");
        assertThat(result.result().external()).isNull();
        assertThat(result.ledger()).extracting(CheckedLink::answer).containsOnlyNulls();
    }

    @Test
    void aReviewThatHasExpiredIsAskedAgainAndKept() throws Exception {
        aRecord();

        assertThat(check(Asking.NEW, 3).verdict(server.url("/reviewed"))).isEqualTo("blocked: 403");
        assertThat(recordOn(3)).contains("5 external links, 2 of them failing; 1 added, 0 removed, 2 changed");
        assertThat(text()).contains("\"reviewed\": {\"reason\": \"for people\", \"until\": \"2026-11-22\"}");
    }

    @Test
    void aReviewIsNotAskedByTheGoalAndKeptWithoutAnyLinkToIt() throws Exception {
        aRecord();
        recordOn(1);
        links.remove("/reviewed");
        recordOn(2);

        assertThat(server.asked("/reviewed")).isEmpty();
        assertThat(text()).contains("\"reviewed\": {\"reason\": \"for people\", \"until\": \"2026-11-22\"}");
    }

    @Test
    void entriesThatNoPageLinksToAreRemoved() throws Exception {
        aRecord();
        links.remove("/good");

        assertThat(recordOn(1)).contains("4 external links, 1 of them failing; 1 added, 1 removed, 1 changed");
        assertThat(entry("/good")).isNull();
    }

    @Test
    void reportsSayWhereAnswersComeFromAndSinceWhen() throws Exception {
        aRecord();
        TrialResult result = check(Asking.NEW, 2);

        Map<String, Answer> expected = Map.of(
                "/good", new Answer(Answer.Source.RECORD, FIRST),
                "/bad", new Answer(Answer.Source.ASKED, FIRST),
                "/old", new Answer(Answer.Source.RECORD, FIRST),
                "/new", new Answer(Answer.Source.ASKED, null),
                "/reviewed", new Answer(Answer.Source.RECORD, null));
        for (CheckedLink link : result.ledger()) {
            assertThat(link.answer())
                    .as("%s", link)
                    .isEqualTo(expected.get(link.link()
                            .reference()
                            .text()
                            .substring(server.url("").length())));
        }
        assertThat(result.finding(Rule.NOT_FOUND).answer()).isEqualTo(new Answer(Answer.Source.ASKED, FIRST));
        assertThat(result.result().external()).isEqualTo(new Answer.Counts(2, 0, 3, 0, FIRST));
        assertThat(check(Asking.NONE, 2).result().external()).isEqualTo(new Answer.Counts(0, 0, 4, 1, FIRST));
    }

    @Test
    void theConsoleCountsTheSources() throws Exception {
        aRecord();
        StringBuilder console = new StringBuilder();
        trial(Asking.NEW, 2)
                .report(
                        temporary.resolve("reports"),
                        (severity, line) -> console.append(line).append('\n'));

        assertThat(console.toString()).contains("  5 external links: 2 asked, 3 from the record of 2026-11-20\n");
        assertThat(temporary.resolve("reports/report.json"))
                .content()
                .contains(
                        "\"external\": {\"asked\": 2, \"cache\": 0, \"record\": 3, \"unrecorded\": 0, \"recorded\": \"2026-11-20\"}")
                .contains("\"answer\": \"asked\",\n      \"since\": \"2026-11-20\",");
        assertThat(temporary.resolve("reports/ledger.jsonl"))
                .content()
                .contains("\"answer\":\"record\",\"since\":\"2026-11-20\"");
    }

    @ParameterizedTest
    @CsvSource({"NEW, 30, false", "NEW, 31, true", "NONE, 31, true", "ALL, 31, false"})
    void aRecordThatIsTooOldIsAWarning(Asking asking, int day, boolean warned) throws Exception {
        server.page("/good", "");
        links.add("/good");
        recordOn(0);

        assertThat(check(asking, day).result().notes())
                .isEqualTo(
                        warned
                                ? List.of("the record of external links (check-links-external.json) is of 2026-11-20,"
                                        + " 31 days ago, longer than recordMaxAge: run mvn check-links:record")
                                : List.of());
    }

    @Test
    void aRecordThatIsNotThereIsAWarning() throws Exception {
        assertThat(check(Asking.NEW, 0).result().notes())
                .singleElement()
                .asString()
                .contains("no record");
        assertThat(check(Asking.ALL, 0).result().notes()).isEmpty();
    }

    /** A link that was good, and failed in some recorded runs, one a day; the check is on the day of the last one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | -  | 0 | ERROR   | not found (404)",
                "3 | -  | 0 | WARNING | not found (404); failing since 2026-11-20, 0 recorded runs, error after 3",
                "3 | -  | 1 | WARNING | not found (404); failing since 2026-11-21, 1 recorded run, error after 3",
                "3 | -  | 2 | WARNING | not found (404); failing since 2026-11-21, 2 recorded runs, error after 3",
                "3 | -  | 3 | ERROR   | not found (404)",
                "- | 2  | 0 | WARNING | not found (404); failing since 2026-11-20, 0 recorded runs, error after 2d",
                "- | 2  | 2 | WARNING | not found (404); failing since 2026-11-21, 2 recorded runs, error after 2d",
                "- | 2  | 3 | ERROR   | not found (404)",
                "2 | 3  | 3 | WARNING | not found (404); failing since 2026-11-21, 3 recorded runs, error after 2 and 3d",
                "2 | 3  | 4 | ERROR   | not found (404)",
                "5 | 2  | 4 | WARNING | not found (404); failing since 2026-11-21, 4 recorded runs, error after 5 and 2d",
                "5 | 2  | 5 | ERROR   | not found (404)",
            })
    void patienceEndsWhenItsLimitsAreReached(
            @Nullable Integer runs, @Nullable Integer days, int failed, Severity severity, String message)
            throws Exception {
        server.page("/page", "");
        links.add("/page");
        recordOn(0);
        server.status("/page", 404);
        for (int day = 1; day <= failed; day++) {
            recordOn(day);
        }
        String text = (runs == null ? "" : runs.toString())
                + (runs != null && days != null ? " and " : "")
                + (days == null ? "" : days + "d");
        failAfter = new FailAfter(runs, days == null ? null : Duration.ofDays(days), text);

        for (Asking asking : failed == 0 ? List.of(Asking.ALL) : List.of(Asking.values())) {
            Finding finding = check(asking, failed).finding();
            assertThat(finding.rule()).isEqualTo(Rule.NOT_FOUND);
            assertThat(finding.severity()).as("%s", asking).isEqualTo(severity);
            assertThat(finding.message()).isEqualTo(message);
        }
    }

    @Test
    void aNewLinkMustWorkAtOnce() throws Exception {
        failAfter = new FailAfter(3, null, "3");
        server.status("/page", 404);
        links.add("/page");
        assertThat(check(Asking.ALL, 0).finding().severity()).isEqualTo(Severity.ERROR);
        recordOn(0);
        recordOn(1);

        assertThat(check(Asking.NEW, 1).finding().severity()).isEqualTo(Severity.ERROR);
        assertThat(entry("/page"))
                .isEqualTo(new RecordEntry(
                        server.url("/page"), FIRST, 0, null, new Failure("not-found", "404", 2, null), null));
    }

    @Test
    void aLinkThatRecoversStartsAnew() throws Exception {
        failAfter = new FailAfter(2, null, "2");
        server.page("/page", "");
        links.add("/page");
        recordOn(0);
        server.status("/page", 500);
        recordOn(1);
        server.page("/page", "");
        recordOn(2);
        assertThat(entry("/page"))
                .isEqualTo(new RecordEntry(server.url("/page"), FIRST.plusDays(2), 0, null, null, null));
        server.status("/page", 404);
        recordOn(3);

        assertThat(check(Asking.NONE, 3).finding().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aLinkThatMovesIsRecordedWithItsEnd() throws Exception {
        server.page("/page", "");
        links.add("/page");
        recordOn(0);
        server.redirect("/page", 301, "/there#part").page("/there", "");
        recordOn(1);

        assertThat(entry("/page"))
                .isEqualTo(new RecordEntry(server.url("/page"), FIRST, 301, server.url("/there#part"), null, null));
        assertThat(check(Asking.NONE, 1).verdict(server.url("/page"))).isEqualTo("moved: " + server.url("/there#part"));
    }

    @Test
    void aLinkBehindCredentialsIsRecordedWithoutThem() throws Exception {
        server.on(
                "/secret",
                exchange -> LoopbackServer.send(
                        exchange,
                        exchange.getRequestHeaders().containsKey("Authorization") ? 200 : 401,
                        "text/html",
                        ""));
        String address = server.url("");
        links.add("/secret");
        links.add(server.url("/secret").replace("http://", "http://me:swordfish@"));
        links.add("/download?access_token=swordfish");
        HostSettings login = new HostSettings(
                HostPattern.of("name", address), null, new HostSettings.Login("me", "swordfish"), Map.of(), false);
        trial(Asking.ALL, 0).hosts(List.of(login), List.of()).recordExternalLinks();

        assertThat(text()).doesNotContain("swordfish", "me@", "me:");
        assertThat(recorded().entries())
                .containsExactly(new RecordEntry(server.url("/secret"), FIRST, 0, null, null, null));
        TrialResult released = check(Asking.NONE, 0);
        assertThat(released.verdict(server.url("/secret"))).isEqualTo("ok");
        assertThat(released.verdict(server.url("/download?access_token=swordfish")))
                .startsWith("unrecorded: never recorded, because");
    }

    @Test
    void privateHostsAreRecordedOnlyWhereTheyMayBeRequested() throws Exception {
        server.page("/good", "");
        links.addAll(List.of("/good", "http://10.1.2.3/", "http://127.0.0.7/"));
        recordOn(0);

        assertThat(recorded().entries()).extracting(RecordEntry::url).containsExactly(server.url("/good"));
    }

    @Test
    void failuresOfAnyKindAreJudgedAsRecorded() throws Exception {
        server.status("/error", 503).redirect("/loop", 302, "/loop").status("/teapot", 418);
        links.addAll(List.of("/error", "/loop", "/teapot", "http://127.0.0.1:9/closed"));
        TrialResult asked = check(Asking.ALL, 0);
        recordOn(0);

        TrialResult released = check(Asking.NONE, 0);
        assertThat(released.lines()).isEqualTo(asked.lines());
        assertThat(released.findings())
                .extracting(Finding::severity)
                .isEqualTo(asked.findings().stream().map(Finding::severity).toList());
    }

    @Test
    void aStatusThatIsAcceptedTodayIsGood() throws Exception {
        server.status("/login", 403);
        links.add("/login");
        recordOn(0);

        assertThat(trial(Asking.NONE, 0).accept("403").run().findings()).isEmpty();
    }

    @Test
    void anchorsAreRecordedWhereTheyAreChecked() throws Exception {
        server.page("/page", "<p id=here>x");
        links.addAll(List.of("/page#here", "/page#gone"));
        trial(Asking.ALL, 0).fragments(CheckedFragments.ALL).recordExternalLinks();
        links.addAll(List.of("/page#added", "/page#top", "/page"));
        TrialResult released =
                trial(Asking.NONE, 0).fragments(CheckedFragments.ALL).run();

        assertThat(recorded().entries())
                .extracting(RecordEntry::url)
                .containsExactly(server.url("/page"), server.url("/page#gone"), server.url("/page#here"));
        assertThat(released.verdict(server.url("/page#here"))).isEqualTo("ok");
        assertThat(released.verdict(server.url("/page#gone"))).isEqualTo("missing-fragment");
        assertThat(released.verdict(server.url("/page#added"))).startsWith("unrecorded: the anchor");
        assertThat(released.verdict(server.url("/page#top"))).isEqualTo("ok");
        assertThat(released.verdict(server.url("/page"))).isEqualTo("ok");
    }

    @Test
    void recordingTheSameAnswersAgainGivesTheSameBytes() throws Exception {
        server.page("/good", "").status("/bad", 404);
        links.addAll(List.of("/good", "/bad"));
        recordOn(0);
        String first = text();

        assertThat(recordOn(0)).contains(" is unchanged: 2 external links, 1 of them failing; 0 added, 0 removed");
        assertThat(text()).isEqualTo(first);
        recordOn(1);
        assertThat(text())
                .isEqualTo(first.replace("\"runs\": 1", "\"runs\": 2")
                        .replace("\"recorded\": \"2026-11-20\"", "\"recorded\": \"2026-11-21\""));
    }

    @Test
    void onlyWhatIsAddedIsAskedOfManyLinks() throws Exception {
        IntStream.range(0, 200).forEach(i -> {
            server.page("/" + i, "");
            links.add("/" + i);
        });
        trial(Asking.ALL, 0).perHost(16, Duration.ZERO).recordExternalLinks();
        IntStream.range(200, 210).forEach(i -> {
            server.page("/" + i, "");
            links.add("/" + i);
        });
        int before = server.asked().size();
        TrialResult result = trial(Asking.NEW, 1).perHost(16, Duration.ZERO).run();

        assertThat(server.asked().subList(before, server.asked().size()))
                .hasSize(10)
                .allMatch(request -> request.startsWith("HEAD /20"));
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void withoutAskingNothingConnects() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread counting = new Thread(() -> count(socket, connections));
            counting.setDaemon(true);
            counting.start();
            String address = "http://127.0.0.1:" + socket.getLocalPort();
            Files.writeString(
                    file(),
                    "[{\"url\": \"" + address + "/good\", \"state\": \"ok\", \"since\": \"2026-11-20\"},"
                            + " {\"url\": \"" + address + "/bad\", \"state\": \"failing\", \"rule\": \"timed-out\","
                            + " \"detail\": \"no answer\", \"since\": \"2026-11-20\"}]");
            links.addAll(List.of(address + "/good", address + "/bad", address + "/new", "https://no.such.host.org/"));

            TrialResult result = check(Asking.NONE, 0);

            assertThat(result.verdict(address + "/good")).isEqualTo("ok");
            assertThat(result.verdict(address + "/bad")).isEqualTo("timed-out: no answer");
            assertThat(result.verdict(address + "/new")).startsWith("unrecorded");
            assertThat(result.verdict("https://no.such.host.org/")).startsWith("unrecorded");
            assertThat(connections).hasValue(0);
        }
    }

    private static void count(ServerSocket socket, AtomicInteger connections) {
        while (true) {
            try {
                socket.accept().close();
                connections.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }
}
