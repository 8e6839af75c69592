// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.check.Gate;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.Summary;
import io.github.checklinks.report.Format;
import io.github.checklinks.report.view.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The message of a failed gate: the reasons, the report, and how to accept the result. */
final class GateFailureMessage {

    private static final String WARNINGS = "maxWarnings";

    private GateFailureMessage() {}

    /**
     * Returns the message, which Maven prints even with {@code -q}.
     *
     * @param gate the limits
     * @param advice how broken links can be accepted; null if that would not help
     * @param reports the files that were written; the HTML report is named if it is one of them
     */
    static String text(
            Site site, Gate gate, @Nullable Advice advice, List<Path> reports, CheckResult result, GateResult judged) {
        StringBuilder text = new StringBuilder(String.join("; ", judged.objections()));
        reports.stream()
                .min(Comparator.comparing(file -> !file.endsWith(Format.HTML.fileName())))
                .ifPresent(file -> text.append("\n  Report: ").append(file));
        if (result.summary().pages() < gate.minPages()) {
            text.append("\n  ").append(tooFewPages(site, result.notes()));
        }
        List<Limit> exceeded = exceeded(gate, result.summary());
        if (advice != null && !exceeded.isEmpty()) {
            accept(exceeded, advice, text);
        }
        return text.append("\n  ")
                .append(Product.DOCUMENTATION)
                .append("gate.html")
                .toString();
    }

    private static void accept(List<Limit> exceeded, Advice advice, StringBuilder text) {
        text.append("\n  To accept the current broken links: ");
        if (advice.inPom()) {
            text.append(joined(exceeded, Limit::element)).append(" or ");
        }
        text.append(joined(exceeded, Limit::property));
        text.append(
                advice.inPom()
                        ? ";\n  to accept individual links with a reason: <ignores>"
                        : ";\n  to exclude individual URLs: -Dcheck-links.excludes=URL");
        // The baseline contains errors only.
        if (exceeded.stream().anyMatch(limit -> !limit.name.equals(WARNINGS))) {
            text.append(";\n  to accept all of them but no new ones: ").append(advice.baseline());
        }
    }

    /** A limit with the value at which the result would pass. */
    private record Limit(String name, long value) {

        String element() {
            return "<" + name + ">" + value + "</" + name + ">";
        }

        String property() {
            return "-Dcheck-links." + name + "=" + value;
        }
    }

    private static List<Limit> exceeded(Gate gate, Summary summary) {
        List<Limit> limits = new ArrayList<>();
        if (gate.maxBroken() >= 0 && summary.broken() > gate.maxBroken()) {
            limits.add(new Limit("maxBroken", summary.broken()));
        }
        if (gate.maxBrokenPercent() >= 0 && Gate.share(summary) > gate.maxBrokenPercent()) {
            limits.add(new Limit("maxBrokenPercent", (long) Math.ceil(Gate.share(summary))));
        }
        if (gate.maxWarnings() >= 0 && summary.warnings() > gate.maxWarnings()) {
            limits.add(new Limit(WARNINGS, summary.warnings()));
        }
        return limits;
    }

    private static String joined(List<Limit> limits, Function<Limit, String> words) {
        return limits.stream().map(words).collect(Collectors.joining(" "));
    }

    private static String tooFewPages(Site site, List<String> notes) {
        if (site instanceof Site.Built built) {
            return "There are too few HTML pages in " + built.directory()
                    + ": build the site before it is checked, or set site to the directory in which it is built";
        }
        // A start page that was not read because of its type.
        return notes.stream()
                .filter(note -> note.startsWith(site.base()))
                .findFirst()
                .orElse("Too few HTML pages could be read from " + site.base()
                        + ": check that site is the URL of its start page and that the server is running");
    }
}
