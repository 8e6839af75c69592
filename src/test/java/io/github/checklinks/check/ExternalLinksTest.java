// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.policy.CheckedFragments;
import io.github.checklinks.check.policy.Ignore;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Summary;
import io.github.checklinks.model.Zone;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses to external links. */
class ExternalLinksTest extends ExternalTrial {

    @Test
    void aGoodAnswerIsAskedForByHeadOnce() throws Exception {
        server.page("/a", "fine");

        TrialResult result = check("/a", "/a#x", "/a", "/a#y");

        assertThat(result.findings()).isEmpty();
        assertThat(server.asked()).containsExactly("HEAD /a");
        assertThat(result.summary()).isEqualTo(new Summary(1, 4, 1, 1, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad-status, ERROR, unexpected status 400",
        "401, blocked, WARNING, access denied (401)",
        "403, blocked, WARNING, access denied (403)",
        "404, not-found, ERROR, not found (404)",
        "407, blocked, WARNING, access denied (407)",
        "408, timed-out, WARNING, request timeout (408)",
        "410, not-found, ERROR, not found (410)",
        "418, bad-status, ERROR, unexpected status 418",
        "425, blocked, WARNING, access denied (425)",
        "429, blocked, WARNING, access denied (429)",
        "451, blocked, WARNING, access denied (451)",
        "500, server-error, WARNING, server error (500)",
        "503, server-error, WARNING, server error (503)",
        "599, server-error, WARNING, server error (599)",
        "999, blocked, WARNING, access denied (999)"
    })
    void eachStatusHasItsRule(int status, String rule, Severity severity, String message) throws Exception {
        TrialResult result = check(server.status("/a", status).url("/a#x"));

        Finding finding = result.finding();
        assertThat(finding.rule().id()).isEqualTo(rule);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.zone()).isEqualTo(Zone.EXTERNAL);
        assertThat(finding.target()).isEqualTo(server.url("/a"));
        assertThat(finding.message()).isEqualTo(message);
        assertThat(finding.status()).isEqualTo(status);
        assertThat(server.asked()).containsExactly("HEAD /a", "GET /a");
        assertThat(finding.attempts())
                .as("the GET after a HEAD is the same attempt")
                .isEqualTo(1);
        assertThat(result.summary().broken() + result.summary().warnings()).isEqualTo(1);
    }

    @Test
    void aStatusThatIsAcceptedIsFine() throws Exception {
        server.status("/a", 403).status("/b", 502);

        assertThat(trial.accept("403", "500-599").page("index.html", "").run().findings())
                .isEmpty();
        assertThat(check("/a", "/b").findings()).isEmpty();
    }

    @Test
    void whatRefusesHeadIsAskedByGet() throws Exception {
        server.on(
                "/a",
                exchange -> LoopbackServer.send(
                        exchange, exchange.getRequestMethod().equals("HEAD") ? 405 : 200, "text/html", "fine"));

        assertThat(check("/a").findings()).isEmpty();
        assertThat(server.asked()).containsExactly("HEAD /a", "GET /a");
    }

    @Test
    void aPortWithoutAServerIsUnreachable() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Finding finding = check("http://127.0.0.1:" + port + "/").finding();

        assertThat(finding.rule()).isEqualTo(Rule.UNREACHABLE);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.status()).isZero();
        assertThat(finding.message()).isNotBlank();
    }

    @Test
    void aServerThatSaysNothingTimesOut() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.on("/slow", exchange -> {
            try {
                over.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        trial.patience(Duration.ofMillis(300));
        try {
            Finding finding = check("/slow").finding();

            assertThat(finding.rule()).isEqualTo(Rule.TIMED_OUT);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).isNotBlank();
        } finally {
            over.countDown();
        }
    }

    @Test
    void anchorsOutsideAreJudgedOnlyWhenAllAreWanted() throws Exception {
        server.page("/a", "<p id=x>").page("/scripted", "<script></script>").page("/moved", "<p id=z>");
        server.redirect("/old", 301, "/a");

        assertThat(check("/a#y").findings()).isEmpty();
        assertThat(server.asked()).containsExactly("HEAD /a");

        trial.fragments(CheckedFragments.ALL);
        TrialResult result = check("/a#x", "/a#y", "/scripted#y", "/old#x", "/old#y");
        assertThat(result.verdict(server.url("/a#x"))).isEqualTo("ok");
        assertThat(result.verdict(server.url("/a#y"))).isEqualTo("missing-fragment");
        assertThat(result.verdict(server.url("/scripted#y"))).isEqualTo("ok: fragment-unverifiable");
        assertThat(result.verdict(server.url("/old#x"))).isEqualTo("moved: " + server.url("/a"));
        assertThat(result.verdict(server.url("/old#y"))).isEqualTo("missing-fragment");
        assertThat(result.findings().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(result.findings().get(0).hint()).isNull();
        assertThat(server.asked("/a")).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Just a moment...</title><script>window._cf_chl_opt={};</script>",
                "<iframe id=\"main-iframe\" src=\"/_Incapsula_Resource?x\"></iframe>",
                "<script id=\"anubis_challenge\" type=\"application/json\">{}</script>",
            })
    void thePageOfABotWallIsNoEvidenceAboutAnchors(String wall) throws Exception {
        server.page("/a", wall);
        trial.fragments(CheckedFragments.ALL);

        TrialResult result = check("/a#y", "/a");

        assertThat(result.verdict(server.url("/a#y"))).isEqualTo("ok: fragment-unverifiable");
        assertThat(result.verdict(server.url("/a"))).isEqualTo("ok");
        assertThat(result.result().notes()).isEmpty();
    }

    @Test
    void anchorsThatCodeHostsMakeByScriptAreNotJudged() throws Exception {
        server.page("/file", "<p id=x>").page("/lines", "<a name=L1></a><a name=L2></a>");
        server.page("/readme", "<h1 id=user-content-setup>");
        trial.fragments(CheckedFragments.ALL);

        TrialResult result = check(
                "/file#L10",
                "/file#L10-L20",
                "/file#note_12",
                "/file#issuecomment-1",
                "/file#Lima",
                "/lines#L2",
                "/lines#L3",
                "/readme#setup",
                "/readme#user-content-setup",
                "/readme#other");

        String unsure = "ok: fragment-unverifiable";
        assertThat(result.verdict(server.url("/file#L10"))).isEqualTo(unsure);
        assertThat(result.verdict(server.url("/file#L10-L20"))).isEqualTo(unsure);
        assertThat(result.verdict(server.url("/file#note_12"))).isEqualTo(unsure);
        assertThat(result.verdict(server.url("/file#issuecomment-1"))).isEqualTo(unsure);
        assertThat(result.verdict(server.url("/file#Lima"))).isEqualTo("missing-fragment");
        assertThat(result.verdict(server.url("/lines#L2"))).isEqualTo("ok");
        assertThat(result.verdict(server.url("/lines#L3"))).isEqualTo("missing-fragment");
        assertThat(result.verdict(server.url("/readme#setup"))).isEqualTo(unsure);
        assertThat(result.verdict(server.url("/readme#user-content-setup"))).isEqualTo("ok");
        assertThat(result.verdict(server.url("/readme#other"))).isEqualTo("missing-fragment");
    }

    @Test
    void anExcludedUrlIsNeverAsked() throws Exception {
        trial.excludes(server.url("/*"));

        assertThat(check("/a", "/b#c").skipped()).isEqualTo(Map.of(SkipReason.EXCLUDED, 2L));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void anIgnoreMutesButDoesNotStopARequest() throws Exception {
        trial.ignore(new Ignore(
                io.github.checklinks.url.Patterns.of("ignores", List.of(server.url("/*"))),
                io.github.checklinks.url.Patterns.NONE,
                java.util.Set.of(),
                "flaky",
                null));

        TrialResult result = check("/gone");

        assertThat(result.findings()).isEmpty();
        assertThat(result.verdict(server.url("/gone"))).isEqualTo("skipped: ignored");
        assertThat(server.asked()).isNotEmpty();
    }

    @Test
    void offlineNoSocketIsOpened() throws Exception {
        trial.offline();

        assertThat(check("/a").skipped()).isEqualTo(Map.of(SkipReason.OFFLINE, 1L));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aMutedLinkAFormAndAHintAreNeverAsked() throws Exception {
        String url = server.url("/x");
        trial.page(
                "index.html",
                "<p data-check-links=ignore><a href=" + url + ">1</a></p><form method=post action=" + url
                        + "></form><link rel=preconnect href=" + url + ">");

        assertThat(trial.run().summary().skipped()).isEqualTo(1);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aFormThatPostsToAForeignBaseIsNeverAsked() throws Exception {
        trial.page("index.html", "<base href=\"" + server.url("/x") + "\"><form method=post action=\"\"></form>");

        assertThat(trial.run().skipped()).isEqualTo(Map.of(SkipReason.FORM, 1L));
        assertThat(server.asked()).isEmpty();
    }
}
