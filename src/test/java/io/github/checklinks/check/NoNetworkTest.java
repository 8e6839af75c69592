// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Summary;
import io.github.checklinks.model.Zone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verdicts where no other host can be reached: here ports on which no server listens, each of which counts as a host. */
class NoNetworkTest extends TrialFixture {

    private static final Gate GATE = new Gate(0, -1, -1, 1, 0, false);

    @BeforeEach
    void begin() {
        trial.askingOutside();
    }

    private static List<String> closed(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        List<String> urls = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                // All are open at once, so that no port is taken twice.
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
                urls.add("http://127.0.0.1:" + sockets.get(i).getLocalPort() + "/");
            }
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
        return urls;
    }

    private TrialResult check(List<String> urls) throws Exception {
        StringBuilder body = new StringBuilder("<a href=second.html>second</a>\n");
        urls.forEach(url -> body.append("<a href=").append(url).append(">x</a>\n"));
        return trial.page("index.html", body.toString())
                .page("second.html", "<a href=" + urls.get(0) + "#a>x</a>")
                .run();
    }

    @Test
    void oneFindingHasTheLinksToAllHosts() throws Exception {
        List<String> urls = closed(3);

        TrialResult result = check(urls);

        Finding finding = result.finding();
        assertThat(finding.rule()).isEqualTo(Rule.NO_NETWORK);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.zone()).isEqualTo(Zone.EXTERNAL);
        assertThat(finding.target()).isEqualTo(urls.get(0));
        assertThat(finding.message()).isEqualTo("no external host could be reached");
        assertThat(finding.hint()).isNull();
        assertThat(finding.status()).isZero();
        assertThat(finding.links())
                .extracting(TrialResult::place)
                .containsExactly(
                        "index.html:4:1 a@href " + urls.get(0),
                        "index.html:5:1 a@href " + urls.get(1),
                        "index.html:6:1 a@href " + urls.get(2),
                        "second.html:3:1 a@href " + urls.get(0) + "#a");
        assertThat(result.summary()).as("each target counts").isEqualTo(new Summary(2, 5, 4, 1, 0, 0, 0, 3, 0));
        assertThat(result.verdict(urls.get(2))).isEqualTo("no-network: the connection was refused");
    }

    @Test
    void theGatePassesUnlessTheRuleIsAnError() throws Exception {
        List<String> urls = closed(3);

        assertThat(GATE.judge(check(urls).result()).passed()).isTrue();
        trial.weights(List.of("no-network"), List.of(), List.of());
        TrialResult result = check(urls);

        assertThat(result.finding().severity()).isEqualTo(Severity.ERROR);
        assertThat(GATE.judge(result.result()).objections()).containsExactly("3 broken links, 0 allowed");
    }

    @Test
    void anAllowedRuleIsNoFinding() throws Exception {
        trial.weights(List.of(), List.of(), List.of("external:no-network"));

        TrialResult result = check(closed(3));

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary().ok()).isEqualTo(4);
    }

    @Test
    void whereOneHostRespondsTheOthersAreUnreachable() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            List<String> urls = new ArrayList<>(closed(3));
            urls.add(server.url("/gone"));

            TrialResult result = check(urls);

            assertThat(result.findings())
                    .extracting(Finding::rule)
                    .containsExactly(Rule.UNREACHABLE, Rule.UNREACHABLE, Rule.UNREACHABLE, Rule.NOT_FOUND);
            assertThat(result.findings()).extracting(Finding::message).startsWith("the connection was refused");
        }
    }

    @Test
    void twoHostsThatRefuseAreNoMissingNetwork() throws Exception {
        assertThat(check(closed(2)).findings())
                .extracting(Finding::rule)
                .containsExactly(Rule.UNREACHABLE, Rule.UNREACHABLE);
    }

    @Test
    void whatFailsOnTheSiteItselfIsJudgedForItself() throws Exception {
        List<String> urls = closed(3);
        try (LoopbackServer server = new LoopbackServer()) {
            server.page(
                            "/",
                            "<!DOCTYPE html><a href=lost>x</a>"
                                    + String.join(
                                            "",
                                            urls.stream()
                                                    .map(url -> "<a href=" + url + ">x</a>")
                                                    .toList()))
                    .on("/lost", exchange -> {});
            TrialResult result = new Trial(temporary)
                    .servedFrom(server.url("/"))
                    .askingOutside()
                    .run();

            assertThat(result.findings())
                    .extracting(Finding::rule, Finding::zone, Finding::severity)
                    .containsExactly(
                            tuple(Rule.UNREACHABLE, Zone.SITE, Severity.ERROR),
                            tuple(Rule.NO_NETWORK, Zone.EXTERNAL, Severity.WARNING));
        }
    }
}
