// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.json.JsonWriter;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.CheckedLink;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Reference;
import io.github.checklinks.report.view.Report;
import java.io.IOException;
import java.io.Writer;

/** {@code ledger.jsonl}: every link of the run with its verdict, one per line. Complete and streamed. */
final class LedgerReport implements Report {

    @Override
    public void write(CheckResult result, GateResult gate, Writer out) throws IOException {
        try (JsonWriter json = JsonWriter.compact(out)) {
            result.ledger().forEach(link -> line(link, json));
        }
    }

    private static void line(CheckedLink checked, JsonWriter json) throws IOException {
        Link link = checked.link();
        Reference reference = link.reference();
        json.object()
                .field("page", link.page())
                .optional("line", reference.position().line())
                .optional("column", reference.position().column())
                .field("element", reference.element())
                .optional("attribute", reference.attribute())
                .field("text", reference.text())
                .optional("target", checked.target())
                .field("rule", checked.verdict().rule().id())
                .field("severity", checked.severity().id())
                .optional("detail", checked.verdict().detail());
        if (checked.cached()) {
            json.field("cached", true);
        }
        JsonReport.answer(checked.answer(), json);
        if (!checked.hops().isEmpty()) {
            JsonReport.hops(checked.hops(), json);
        }
        json.end();
    }
}
