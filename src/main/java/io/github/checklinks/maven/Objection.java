package io.github.checklinks.maven;

import io.github.checklinks.CheckResult;
import io.github.checklinks.GateResult;
import io.github.checklinks.Site;
import io.github.checklinks.check.Gate;
import java.nio.file.Path;
import java.util.List;

/** What the user reads when the gate objects: why, where the whole story is, and how to go on. */
final class Objection {

    private Objection() {}

    /**
     * The text; told by Maven under {@code -q} too.
     *
     * @param gate what was allowed
     * @param reports the files that were written, the most telling first
     */
    static String text(Site site, Gate gate, List<Path> reports, CheckResult result, GateResult judged) {
        StringBuilder text = new StringBuilder(String.join("; ", judged.objections()));
        if (!reports.isEmpty()) {
            text.append("\n  Report: ").append(reports.get(0));
        }
        if (result.summary().pages() < gate.minPages()) {
            text.append("\n  ").append(looksElsewhere(site));
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

    private static String looksElsewhere(Site site) {
        return site instanceof Site.Built built
                ? "There are too few HTML pages in " + built.directory()
                        + ": build the site before it is checked, or set site to the directory where it is built"
                : "Too few HTML pages could be read from "
                        + site.base()
                        + ": is site the address of its start page, and is the server up?";
    }
}
