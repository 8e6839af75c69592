// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Position;
import io.github.checklinks.model.Reference;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    private static final GateResult FAILED = new GateResult(List.of("3 broken links, 0 allowed"), true);

    @Test
    void theContractsFormIsKept() throws IOException {
        assertThat(write(Results.small().build(), FAILED)).isEqualTo("""
                {
                  "schema": 1,
                  "run": {"started": "2026-11-22T10:00:00Z", "durationMillis": 1234},
                  "site": "https://example.org/docs/",
                  "gate": {"passed": false, "objections": ["3 broken links, 0 allowed"], "complete": true},
                  "summary": {"pages": 120, "links": 4321, "targets": 985, "ok": 970, "redirected": 0, "skipped": 10, "known": 0, "warnings": 2, "broken": 3},
                  "skipped": {"scheme": 7, "excluded": 3},
                  "findings": [
                    {
                      "rule": "missing-fragment",
                      "severity": "error",
                      "zone": "site",
                      "target": "https://example.org/docs/guide/setup.html#instal",
                      "message": "no anchor \\"instal\\" on guide/setup.html",
                      "hint": "did you mean #install?",
                      "status": 200,
                      "redirects": [],
                      "attempts": 1,
                      "links": [
                        {"page": "index.html", "line": 12, "column": 9, "element": "a", "attribute": "href", "text": "guide/setup.html#instal"}
                      ]
                    },
                    {
                      "rule": "moved",
                      "severity": "warning",
                      "zone": "external",
                      "target": "http://old.example.com/",
                      "message": "moved to https://new.example.com/",
                      "hint": "link to https://new.example.com/",
                      "status": 200,
                      "redirects": [
                        "https://mid.example.com/",
                        "https://new.example.com/"
                      ],
                      "hops": [
                        {"url": "http://old.example.com/", "status": 301},
                        {"url": "https://mid.example.com/", "status": 302},
                        {"url": "https://new.example.com/", "status": 200}
                      ],
                      "attempts": 1,
                      "links": [
                        {"page": "index.html", "line": 14, "column": 3, "element": "a", "attribute": "href", "text": "http://old.example.com/"}
                      ]
                    },
                    {
                      "rule": "missing-file",
                      "severity": "error",
                      "zone": "site",
                      "target": "https://example.org/docs/gone.html",
                      "message": "there is no gone.html",
                      "status": 200,
                      "redirects": [],
                      "attempts": 1,
                      "links": [
                        {"page": "index.html", "line": 20, "column": 1, "element": "a", "attribute": "href", "text": "gone.html"},
                        {"page": "guide/setup.html", "line": 3, "column": 5, "element": "a", "attribute": "href", "text": "../gone.html"},
                        {"page": "guide/setup.html", "line": 9, "column": 5, "element": "a", "attribute": "href", "text": "../gone.html#x"}
                      ]
                    },
                    {
                      "rule": "not-found",
                      "severity": "error",
                      "zone": "external",
                      "target": "https://lib.example.com/x?a=1&b=2",
                      "message": "404 Not Found",
                      "status": 404,
                      "redirects": [],
                      "attempts": 3,
                      "links": [
                        {"page": "guide/setup.html", "line": 4, "column": 5, "element": "a", "attribute": "href", "text": "https://lib.example.com/x?a=1&b=2"}
                      ]
                    },
                    {
                      "rule": "timed-out",
                      "severity": "warning",
                      "zone": "external",
                      "target": "https://slow.example.com/",
                      "message": "no answer within 20 s",
                      "redirects": [],
                      "attempts": 3,
                      "links": [
                        {"page": "guide/use.html", "line": 7, "column": 2, "element": "a", "attribute": "href", "text": "https://slow.example.com/"}
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void nothingFoundIsAnEmptyArray() throws IOException {
        assertThat(write(new Results().build(), new GateResult(List.of(), true)))
                .contains("\"gate\": {\"passed\": true, \"objections\": [], \"complete\": true}")
                .contains("\"skipped\": {},\n  \"findings\": []\n}\n");
    }

    @Test
    void whatIsNotThereIsLeftOut() throws IOException {
        Finding start = new Finding(
                Rule.UNREACHABLE,
                Severity.ERROR,
                Zone.SITE,
                Results.SITE,
                "connection refused",
                null,
                0,
                List.of(),
                2,
                new Once(new Link("", new Reference(Results.SITE, "style", null, Position.UNKNOWN))));

        assertThat(write(new Results().with(start).build(), FAILED))
                .contains("{\"page\": \"\", \"element\": \"style\", \"text\": \"https://example.org/docs/\"}")
                .doesNotContain("\"hint\"", "\"status\"", "\"line\"", "\"attribute\"");
    }

    private static String write(CheckResult result, GateResult gate) throws IOException {
        StringWriter out = new StringWriter();
        new JsonReport().write(result, gate, out);
        return out.toString();
    }
}
