// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.json.JsonWriter;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.report.view.Product;
import java.io.IOException;

/** The part of a SARIF file about stale baseline entries and ignores: one result per entry, at its line. */
final class SarifStale {

    private static final String ID = "stale";
    private static final int MOST = 100;

    private SarifStale() {}

    static void rule(JsonWriter json) throws IOException {
        String page = Product.DOCUMENTATION + "baseline.html";
        json.object().field("id", ID).field("name", ID);
        json.row("shortDescription")
                .field("text", "A baseline entry or an ignore that is no longer needed.")
                .end();
        json.field("helpUri", page);
        json.row("help")
                .field("text", "Update the baseline, or remove the ignore. See " + page)
                .end();
        json.row("defaultConfiguration").field("level", Severity.WARNING.id()).end();
        json.end();
    }

    /**
     * Writes the results and returns their number.
     *
     * @param index the index of the rule among all rules
     */
    static int results(CheckResult result, Severity severity, int index, SarifText text, JsonWriter json)
            throws IOException {
        int written = 0;
        for (StaleEntry entry : result.stale()) {
            if (written == MOST) {
                break;
            }
            written++;
            json.object().field("ruleId", ID).field("ruleIndex", index);
            json.field("level", severity.id());
            String fix = entry.fix().isEmpty() ? "" : " (to fix it: " + entry.fix() + ")";
            json.row("message")
                    .field("text", SarifText.message(entry.message() + fix))
                    .end();
            json.array("locations");
            if (!entry.file().isEmpty()) {
                json.object().object("physicalLocation");
                json.row("artifactLocation")
                        .field("uri", SarifText.uri(result.sources().inRepository(entry.file())))
                        .field("uriBaseId", "%SRCROOT%")
                        .end();
                json.row("region").field("startLine", Math.max(1, entry.line())).end();
                json.end().end();
            }
            json.end();
            String fingerprint = text.fingerprint(ID, entry.file(), entry.message());
            json.row("partialFingerprints").field("link/v1", fingerprint);
            json.field("primaryLocationLineHash", fingerprint).end();
            json.end();
        }
        return written;
    }
}
