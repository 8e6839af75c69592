package io.github.checklinks.maven;

import io.github.checklinks.CheckResult;
import io.github.checklinks.GateResult;
import io.github.checklinks.Site;
import io.github.checklinks.report.Format;

/** What the user reads when the gate objects: why, where the whole story is, and how to go on. */
final class Objection {

    private Objection() {}

    /** The text; told by Maven under {@code -q} too. */
    static String text(Plan plan, CheckResult result, GateResult gate) {
        StringBuilder text = new StringBuilder(String.join("; ", gate.objections()));
        if (plan.formats().contains(Format.JSON)) {
            text.append("\n  Report: ").append(plan.reports().resolve(Format.JSON.fileName()));
        }
        if (result.summary().pages() < plan.gate().minPages()) {
            text.append("\n  ").append(looksElsewhere(plan));
        }
        long broken = result.summary().broken();
        if (broken > 0) {
            text.append("\n  To accept what is broken now: <maxBroken>")
                    .append(broken)
                    .append("</maxBroken> or -Dcheck-links.maxBroken=")
                    .append(broken)
                    .append("; to accept single links with a reason: <ignores> or check-links-baseline.json");
        }
        return text.toString();
    }

    private static String looksElsewhere(Plan plan) {
        return plan.request().site() instanceof Site.Built built
                ? "There are too few HTML pages in " + built.directory()
                        + ": build the site before it is checked, or set site to the directory where it is built"
                : "Too few HTML pages could be read from "
                        + plan.request().site().base()
                        + ": is site the address of its start page, and is the server up?";
    }
}
