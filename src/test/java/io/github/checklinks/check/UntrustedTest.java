// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.Slow;
import io.github.checklinks.fetch.Certificates;
import io.github.checklinks.fetch.HostSettings;
import io.github.checklinks.fetch.RawServer;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Summary;
import io.github.checklinks.model.Zone;
import io.github.checklinks.url.HostPattern;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers whose certificate no authority has signed. */
@Slow
class UntrustedTest extends TrialFixture {

    private static final Gate GATE = new Gate(0, -1, -1, 1, 0, false);

    @AutoClose
    private final RawServer server =
            RawServer.start("127.0.0.1", Certificates.shared().server("self"), call -> call.page("<p id=a>secure"));

    @BeforeEach
    void begin() {
        trial.askingOutside();
    }

    private TrialResult check(String... urls) throws Exception {
        StringBuilder body = new StringBuilder();
        for (String url : urls) {
            body.append("<a href=").append(url).append(">x</a>\n");
        }
        return trial.page("index.html", body.toString()).run();
    }

    @Test
    void anExternalServerIsAWarning() throws Exception {
        trial.retries(2);

        TrialResult result = check(server.origin() + "/x", server.origin() + "/x#a", server.origin() + "/y");

        assertThat(result.findings()).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.UNTRUSTED);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.zone()).isEqualTo(Zone.EXTERNAL);
            assertThat(finding.message()).isEqualTo("its certificate is self-signed");
            assertThat(finding.status()).isZero();
            assertThat(finding.attempts()).as("a certificate does not change").isEqualTo(1);
        });
        assertThat(result.findings())
                .extracting(Finding::target)
                .containsExactly(server.origin() + "/x", server.origin() + "/y");
        assertThat(result.findings().get(0).links())
                .extracting(TrialResult::place)
                .containsExactly(
                        "index.html:3:1 a@href " + server.origin() + "/x",
                        "index.html:4:1 a@href " + server.origin() + "/x#a");
        assertThat(result.summary()).isEqualTo(new Summary(1, 3, 2, 0, 0, 0, 0, 2, 0));
        assertThat(GATE.judge(result.result()).passed()).isTrue();
    }

    @Test
    void theGateFailsIfTheRuleIsAnError() throws Exception {
        trial.weights(List.of("external:untrusted"), List.of(), List.of());

        assertThat(GATE.judge(check(server.origin() + "/").result()).objections())
                .containsExactly("1 broken link, 0 allowed");
    }

    @Test
    void aSiteIsAnErrorAndTheGateNamesIt() throws Exception {
        TrialResult result =
                new Trial(temporary).servedFrom(server.origin() + "/").run();

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.UNTRUSTED);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.zone()).isEqualTo(Zone.SITE);
        assertThat(finding.message()).startsWith("its certificate is self-signed");
        assertThat(GATE.judge(result.result()).objections())
                .contains("the start page " + server.origin() + "/ could not be read: " + finding.message());
    }

    @Test
    void aHandshakeShowsThatTheNetworkIsThere() throws Exception {
        TrialResult result =
                check(server.origin() + "/", "http://127.0.0.1:1/", "http://127.0.0.1:7/", "http://127.0.0.1:9/");

        assertThat(result.findings())
                .extracting(Finding::rule)
                .containsExactly(Rule.UNTRUSTED, Rule.UNREACHABLE, Rule.UNREACHABLE, Rule.UNREACHABLE);
    }

    @Test
    void aHostThatNeedNotProveItselfIsOk() throws Exception {
        trial.hosts(
                List.of(new HostSettings(HostPattern.of("name", server.origin()), null, null, Map.of(), true)),
                List.of());

        assertThat(check(server.origin() + "/x").findings()).isEmpty();
    }
}
