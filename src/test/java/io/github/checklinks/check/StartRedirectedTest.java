// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.check.policy.Ignore;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.Patterns;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts of a crawl that are redirected away from the configured site. */
class StartRedirectedTest extends ServedTrial {

    private static final Gate LENIENT = new Gate(-1, -1, -1, 1, 0, false);

    @Test
    void aLoginIsNamedAndFailsWhateverIsAllowed() throws Exception {
        server.redirect("/docs/", 302, "/login?return=/docs/")
                .page("/login?return=/docs/", page("<form method=post action=/login></form>"));

        TrialResult result = trial.run();

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.START_REDIRECTED);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.zone()).isEqualTo(Zone.SITE);
        assertThat(finding.target()).isEqualTo(server.url("/docs/"));
        assertThat(finding.redirects()).containsExactly(server.url("/login?return=/docs/"));
        assertThat(finding.message())
                .isEqualTo(
                        "redirects to " + server.url("/login?return=/docs/") + " (302), which looks like a login page");
        assertThat(finding.hint()).contains("headers", "allow or warnOn");
        assertThat(result.summary().broken()).isEqualTo(1);
        assertThat(LENIENT.judge(result.result()).objections())
                .containsExactly("the start page " + server.url("/docs/") + " " + finding.message());
    }

    @ParameterizedTest
    @CsvSource({
        "/signin?next=%2F",
        "/users/sign_in",
        "/Account/Login.aspx?ReturnUrl=%2f",
        "/auth?response_type=code&client_id=docs",
        "/choose?continue=/"
    })
    void aLoginBelowTheStartIsNamedToo(String login) throws Exception {
        server.redirect("/", 302, login).page(login, page(""));

        TrialResult result = trial.servedFrom(server.url("/")).run();

        assertThat(result.finding().rule()).isEqualTo(Rule.START_REDIRECTED);
        assertThat(result.finding().message()).endsWith("which looks like a login page");
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/, /docs/en/latest/",
        "/docs/, /docs/index.html",
        "/docs/index.html, /docs/",
        "/docs, /docs/",
        "/docs/, /docs",
        "/, /en/latest/?lang=en",
        "/login/, /login/help.html",
        "/docs/, /docs/blogin/",
        "/docs/, /docs/sso/"
    })
    void aStartThatStaysBelowItsDirectoryIsFine(String from, String to) throws Exception {
        server.redirect(from, 302, to).page(to, page("<a href=" + to + ">1</a>"));

        assertThat(trial.servedFrom(server.url(from)).run().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/docs/, /v2/docs/", "/docs/latest/, /docs/1.2/", "/docs/, /"})
    void aStartThatLeavesItsDirectoryIsNamed(String from, String to) throws Exception {
        server.redirect(from, 301, to).page(to, page(""));

        TrialResult result = trial.servedFrom(server.url(from)).run();

        assertThat(result.finding().message())
                .isEqualTo("redirects to " + server.url(to) + " (301), outside of " + server.url(from));
        assertThat(result.finding().hint()).startsWith("set site to the redirect target");
    }

    @Test
    void anotherServerIsNamedWithEveryStatusOfTheWay() throws Exception {
        try (LoopbackServer other = new LoopbackServer(2)) {
            other.page("/docs/", page(""));
            server.redirect("/docs/", 301, "/docs/x").redirect("/docs/x", 302, other.url("/docs/"));

            TrialResult result = trial.allowPrivate("127.0.0.*").run();

            assertThat(result.finding().message())
                    .isEqualTo("redirects to " + other.url("/docs/") + " (301, 302), another site");
        }
    }

    @Test
    void aRefreshWithoutDelayCountsAsARedirect() throws Exception {
        server.page("/docs/", page("<meta http-equiv=refresh content='0; url=/login'>"))
                .page("/login", page(""))
                .page("/docs/in/", page("<meta http-equiv=refresh content='0; url=en/'>"))
                .page("/docs/in/en/", page(""))
                .page("/docs/slow/", page("<meta http-equiv=refresh content='5; url=/login'>"));

        assertThat(trial.run().finding().message())
                .isEqualTo("redirects to " + server.url("/login") + ", which looks like a login page");
        assertThat(trial.servedFrom(server.url("/docs/in/")).run().findings()).isEmpty();
        assertThat(trial.servedFrom(server.url("/docs/slow/")).run().findings()).isEmpty();
    }

    @Test
    void itCanBeAllowedWarnedOfOrIgnored() throws Exception {
        server.redirect("/docs/", 302, "/v2/").page("/v2/", page(""));

        trial.weights(List.of(), List.of("start-redirected"), List.of());
        TrialResult warned = trial.run();
        assertThat(warned.finding().severity()).isEqualTo(Severity.WARNING);
        assertThat(LENIENT.judge(warned.result()).passed()).isTrue();

        trial.weights(List.of(), List.of(), List.of("start-redirected"));
        TrialResult allowed = trial.run();
        assertThat(allowed.findings()).isEmpty();
        assertThat(LENIENT.judge(allowed.result()).passed()).isTrue();

        trial.weights(List.of(), List.of(), List.of())
                .ignore(new Ignore(
                        Patterns.of("ignores", List.of(server.url("/docs/"))),
                        Patterns.NONE,
                        Set.of(Rule.START_REDIRECTED),
                        "moves in March",
                        null));
        TrialResult ignored = trial.run();
        assertThat(ignored.findings()).isEmpty();
        assertThat(LENIENT.judge(ignored.result()).passed()).isTrue();
    }

    @Test
    void theBaselineDoesNotMuteIt() throws Exception {
        server.redirect("/docs/", 302, "/login").page("/login", page(""));
        String start = server.url("/docs/");

        TrialResult result = trial.baseline(
                        "[{\"page\": \"" + start + "\", \"text\": \"" + start + "\", \"rule\": \"start-redirected\"}]")
                .run();

        assertThat(result.finding().rule()).isEqualTo(Rule.START_REDIRECTED);
        assertThat(LENIENT.judge(result.result()).passed()).isFalse();
    }

    @Test
    void aSeedThatLeadsToALoginIsNamed() throws Exception {
        server.page("/docs/", page("<a href=a.html>1</a>"))
                .page("/docs/a.html", page(""))
                .redirect("/docs/internal/", 302, "/login/start")
                .page("/login/start", page(""));

        TrialResult result = trial.seeds("internal/").run();

        assertThat(result.finding().rule()).isEqualTo(Rule.START_REDIRECTED);
        assertThat(LENIENT.judge(result.result()).objections())
                .containsExactly("the seed " + server.url("/docs/internal/") + " redirects to "
                        + server.url("/login/start") + " (302), which looks like a login page");
    }

    @Test
    void aSitemapMayLieElsewhere() throws Exception {
        server.page("/docs/", page("<a href=a.html>1</a>"))
                .page("/docs/a.html", page(""))
                .redirect("/sitemap.xml", 302, "/cdn/sitemap.xml")
                .on(
                        "/cdn/sitemap.xml",
                        exchange -> LoopbackServer.send(exchange, 200, "application/xml", "<urlset></urlset>"));

        assertThat(trial.seeds("/sitemap.xml").run().findings()).isEmpty();
    }

    @Test
    void aStartThatLeadsToAPrivateHostNamesAllowPrivate() throws Exception {
        try (LoopbackServer other = new LoopbackServer(2)) {
            server.redirect("/docs/", 302, other.url("/docs/"));

            Finding finding = trial.run().finding();

            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message())
                    .isEqualTo("not requested: " + other.url("/docs/")
                            + " has a private address, and its host is not in allowPrivate");
            assertThat(finding.hint())
                    .startsWith("add 127.0.0.2 to allowPrivate (-Dcheck-links.allowPrivate=127.0.0.2)");
        }
    }

    @Test
    void aCrawlThatEndsAfterOnePageIsANote() throws Exception {
        server.page("/docs/", page("<a href=/else>1</a>"));

        assertThat(trial.run().result().notes())
                .singleElement()
                .asString()
                .startsWith("The crawl ended after one page, " + server.url("/docs/"))
                .contains("below " + server.url("/docs/"), "login", "seeds");

        assertThat(trial.maxPages(1).run().result().notes()).isEmpty();
        assertThat(trial.maxPages(10).includePages("*").run().result().notes()).isEmpty();
    }

    @Test
    void aCrawlOfSeveralPagesHasNoSuchNote() throws Exception {
        server.page("/docs/", page("<a href=a.html>1</a>")).page("/docs/a.html", page(""));

        assertThat(trial.run().result().notes()).isEmpty();
    }
}
