// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Sources;
import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.report.view.FindingTexts;
import io.github.checklinks.report.view.Report;
import io.github.checklinks.text.ControlCharacters;
import java.io.IOException;
import java.io.Writer;

/** {@code report.yaml}: a list of the broken links, each with code, url, parent, error, and its source if known. Complete and streamed. */
final class YamlReport implements Report {

    @Override
    public void write(CheckResult result, GateResult gate, Writer out) throws IOException {
        boolean none = true;
        for (Finding finding : result.findings()) {
            if (finding.severity() == Severity.ERROR) {
                finding(finding, result.sources(), out);
                none = false;
            }
        }
        if (none) {
            out.write("[]\n");
        }
    }

    private static void finding(Finding finding, Sources sources, Writer out) throws IOException {
        FindingTexts texts = FindingTexts.of(finding);
        String code = "- code: " + finding.status() + "\n  url: " + quoted(texts.target()) + "\n  parent: ";
        String error = "\n  error: " + quoted(finding.rule().id() + ": " + texts.message()) + "\n";
        for (Link link : finding.links()) {
            out.append(code).append(quoted(link.page())).append(error);
            Source source = sources.of(link);
            if (source != null) {
                out.append("  source: ").append(quoted(source.toString())).append('\n');
                out.append(source.oneOfSeveral() ? "  oneOfSeveral: true\n" : "");
            }
        }
    }

    /** Returns a double-quoted scalar in one line (YAML 1.2 §7.3.1), which no text can terminate. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (isPlain(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("\\u%04X", isHalf(c) ? 0xFFFD : c));
            }
        });
        return out.append('"').toString();
    }

    /** Returns whether this is an unpaired surrogate, which some parsers reject even when escaped. */
    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Returns whether the character is printable (YAML 1.2 §5.1), and neither a line separator nor a bidirectional control. */
    private static boolean isPlain(int c) {
        return c > 0xFFFF || !isHalf(c) && !ControlCharacters.is((char) c);
    }
}
