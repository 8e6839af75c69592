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

/** What the user reads when the gate objects: why, where the whole story is, and how to go on. */
final class GateFailureMessage {

    private static final String WARNINGS = "maxWarnings";

    private GateFailureMessage() {}

    /**
     * The text; told by Maven under {@code -q} too.
     *
     * @param gate what was allowed
     * @param advice how what is broken can be accepted; null when nothing of that would help
     * @param reports the files that were written; the one for people is named, if there is one
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
        text.append("\n  To accept what is broken now: ");
        if (advice.inPom()) {
            text.append(joined(exceeded, Limit::element)).append(" or ");
        }
        text.append(joined(exceeded, Limit::property));
        text.append(
                advice.inPom()
                        ? ";\n  to accept single links with a reason: <ignores>"
                        : ";\n  to leave single addresses out: -Dcheck-links.excludes=URL");
        // The baseline has errors only.
        if (exceeded.stream().anyMatch(limit -> !limit.name.equals(WARNINGS))) {
            text.append(";\n  to accept them all but no new ones: ").append(advice.baseline());
        }
    }

    /** A limit as it would have to be for the result to pass. */
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
                    + ": build the site before it is checked, or set site to the directory where it is built";
        }
        // A start page that was left unread, with the type it came as.
        return notes.stream()
                .filter(note -> note.startsWith(site.base()))
                .findFirst()
                .orElse("Too few HTML pages could be read from " + site.base()
                        + ": is site the address of its start page, and is the server up?");
    }
}
