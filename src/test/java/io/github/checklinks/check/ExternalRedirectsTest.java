// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Summary;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** External links that are redirected. */
class ExternalRedirectsTest extends ExternalTrial {

    @Test
    void aPermanentRedirectIsAWarningThatNamesTheNewAddress() throws Exception {
        server.redirect("/a", 301, "/b").redirect("/b", 308, server.url("/c")).page("/c", "");

        TrialResult result = check("/a#x");

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.MOVED);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.target()).isEqualTo(server.url("/a"));
        assertThat(finding.message()).isEqualTo("moved permanently to " + server.url("/c"));
        assertThat(finding.hint()).isEqualTo("replace it with " + server.url("/c#x"));
        assertThat(finding.redirects()).containsExactly(server.url("/b"), server.url("/c"));
        assertThat(finding.hops()).extracting(Hop::status).containsExactly(301, 308, 200);
        assertThat(finding.status()).isEqualTo(200);
    }

    @Test
    void ofAMixedWayThePermanentBeginningCounts() throws Exception {
        server.redirect("/a", 301, "/b").redirect("/b", 302, "/c").page("/c", "");

        assertThat(check("/a").verdict(server.url("/a"))).isEqualTo("moved: " + server.url("/b"));
    }

    @ParameterizedTest
    @CsvSource({"302", "303", "307"})
    void aTemporaryRedirectIsNoFinding(int status) throws Exception {
        server.redirect("/a", status, "/b").redirect("/b", 301, "/c").page("/c", "");

        TrialResult result = check("/a");

        assertThat(result.findings()).isEmpty();
        assertThat(result.verdict(server.url("/a"))).isEqualTo("redirected: " + server.url("/c"));
        assertThat(result.ledger().get(0).hops())
                .containsExactly(
                        new Hop(server.url("/a"), status),
                        new Hop(server.url("/b"), 301),
                        new Hop(server.url("/c"), 200));
        assertThat(result.summary()).isEqualTo(new Summary(1, 1, 1, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void aSlashAtTheEndIsNoMove() throws Exception {
        server.redirect("/a", 301, "/a/").page("/a/", "");

        assertThat(check("/a").verdict(server.url("/a"))).isEqualTo("redirected: " + server.url("/a/"));
    }

    @Test
    void aRedirectToNothingIsWhatItLeadsTo() throws Exception {
        server.redirect("/a", 301, "/gone");

        Finding finding = check("/a").finding();
        assertThat(finding.rule()).isEqualTo(Rule.NOT_FOUND);
        assertThat(finding.target()).isEqualTo(server.url("/a"));
        assertThat(finding.status()).isEqualTo(404);
    }

    @Test
    void redirectsThatLeadNowhereAreALoop() throws Exception {
        server.redirect("/self", 302, "/self")
                .redirect("/one", 302, "/two")
                .redirect("/two", 302, "/one")
                .redirect("/in", 301, "/one")
                .redirect("/odd", 302, "http://[/")
                .on("/nowhere", exchange -> LoopbackServer.send(exchange, 302, "text/html", ""));

        TrialResult result = check("/self", "/one", "/in", "/odd", "/nowhere");

        assertThat(result.findings()).hasSize(5).extracting(Finding::rule).containsOnly(Rule.REDIRECT_LOOP);
        assertThat(result.summary().broken()).isEqualTo(5);
        assertThat(server.asked("/one")).hasSize(1);
        assertThat(result.findings().get(2).hops())
                .extracting(Hop::status)
                .as("not requested again")
                .containsExactly(301, 302, 302, 0);
        assertThat(result.findings().get(0).redirects()).as("one round").containsExactly(server.url("/self"));
        assertThat(result.findings().get(2).redirects())
                .as("one round")
                .containsExactly(server.url("/one"), server.url("/two"), server.url("/one"));
    }

    @Test
    void tooManyRedirectsAreALoopAndTheLimitItselfIsNot() throws Exception {
        trial.maxRedirects(3);
        server.page("/0", "");
        for (int i = 1; i <= 4; i++) {
            server.redirect("/" + i, 302, "/" + (i - 1));
        }

        TrialResult result = check("/4");
        assertThat(result.finding().rule()).isEqualTo(Rule.REDIRECT_LOOP);
        assertThat(result.finding().message()).isEqualTo("more than 3 redirects");
        assertThat(check("/3").findings()).isEmpty();
    }

    @Test
    void aRedirectIntoAPrivateNetworkIsNotFollowed() throws Exception {
        server.redirect("/a", 302, "http://10.0.0.1/secret").redirect("/b", 301, "http://localhost/x");

        TrialResult result = check("/a", "/b");

        assertThat(result.verdict(server.url("/a"))).isEqualTo("skipped: private-address");
        assertThat(result.verdict(server.url("/b"))).isEqualTo("skipped: private-address");
        assertThat(result.skipped()).isEqualTo(Map.of(SkipReason.PRIVATE_ADDRESS, 2L));
    }

    @Test
    void aRedirectToWhatIsExcludedIsNotFollowed() throws Exception {
        trial.excludes("*/login*");
        server.redirect("/a", 302, "/login?back=a");

        assertThat(check("/a").verdict(server.url("/a"))).isEqualTo("skipped: excluded");
        assertThat(server.asked()).containsExactly("HEAD /a");
    }

    @Test
    void aRedirectBackIntoTheSiteIsAnsweredFromTheDirectory() throws Exception {
        trial.publishedAt("https://docs.acme.org/");
        server.redirect("/a", 302, "https://docs.acme.org/").redirect("/b", 302, "https://docs.acme.org/gone.html");

        TrialResult result = check("/a", "/b");

        assertThat(result.verdict(server.url("/a"))).isEqualTo("redirected: https://docs.acme.org/");
        assertThat(result.verdict(server.url("/b"))).isEqualTo("missing-file");
    }
}
