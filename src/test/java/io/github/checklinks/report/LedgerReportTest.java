// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.CheckedLink;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Hop;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerReportTest {

    @Test
    void eachLinkIsALine() throws IOException {
        CheckResult result = new Results()
                .ledger(new CheckedLink(
                        new Link("a.html", new Reference("b.html#c", "a", "href", new Position(1, 2))),
                        "https://example.org/docs/b.html#c",
                        Verdict.OK,
                        Severity.NONE,
                        false,
                        List.of()))
                .ledger(new CheckedLink(
                        new Link("a.html", new Reference("x.png", "style", null, new Position(3, 4))),
                        "https://x/x.png",
                        new Verdict(Rule.MOVED, "https://y/x.png"),
                        Severity.WARNING,
                        true,
                        List.of(
                                new Hop("https://x/x.png", 301),
                                new Hop("https://y/x.png", 307),
                                new Hop("https://z/x.png", 0))))
                .ledger(new CheckedLink(
                        new Link("b.html", new Reference("http://[", "a", "href", new Position(5, 6))),
                        null,
                        new Verdict(Rule.MALFORMED_URL, null),
                        Severity.ERROR,
                        false,
                        List.of()))
                .ledger(new CheckedLink(
                        new Link("b.html", new Reference("mailto:x@y", "a", "href", new Position(5, 6))),
                        "mailto:x@y",
                        Verdict.skipped(SkipReason.SCHEME),
                        Severity.NONE,
                        false,
                        List.of()))
                .build();

        assertThat(write(result)).isEqualTo("""
                {"page":"a.html","line":1,"column":2,"element":"a","attribute":"href","text":"b.html#c","target":"https://example.org/docs/b.html#c","rule":"ok","severity":"none"}
                {"page":"a.html","line":3,"column":4,"element":"style","text":"x.png","target":"https://x/x.png","rule":"moved","severity":"warning","detail":"https://y/x.png","cached":true,"hops":[{"url":"https://x/x.png","status":301},{"url":"https://y/x.png","status":307},{"url":"https://z/x.png"}]}
                {"page":"b.html","line":5,"column":6,"element":"a","attribute":"href","text":"http://[","rule":"malformed-url","severity":"error"}
                {"page":"b.html","line":5,"column":6,"element":"a","attribute":"href","text":"mailto:x@y","target":"mailto:x@y","rule":"skipped","severity":"none","detail":"scheme"}
                """);
    }

    @Test
    void anEmptyRunIsAnEmptyFile() throws IOException {
        assertThat(write(new Results().build())).isEmpty();
    }

    private static String write(CheckResult result) throws IOException {
        StringWriter out = new StringWriter();
        new LedgerReport().write(result, new GateResult(List.of(), true), out);
        return out.toString();
    }
}
