// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.LinkOrigin;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether the build passes.
 *
 * @param maxBroken the number of distinct broken targets allowed; -1 for no limit
 * @param maxBrokenPercent the percentage of broken targets allowed among those that were not skipped, 0 to 100; negative for no limit
 * @param maxWarnings the number of distinct targets with warnings allowed; -1 for no limit
 * @param minPages the number of pages expected at least; fewer mean that the wrong directory or site was checked
 * @param minLinks the number of links expected at least
 * @param failOnStale whether a baseline entry or an ignore that is no longer needed fails the build
 */
public record Gate(
        int maxBroken, double maxBrokenPercent, int maxWarnings, int minPages, int minLinks, boolean failOnStale) {

    private static final int MAX_SEEDS = 5;

    /** Returns a gate that only requires the check to be complete and to cover the expected pages and links. */
    public Gate withoutLimits() {
        return new Gate(-1, -1, -1, minPages, minLinks, false);
    }

    /** Returns the decision on a result. */
    public GateResult judge(CheckResult result) {
        Summary summary = result.summary();
        List<String> objections = new ArrayList<>();
        if (!result.complete()) {
            objections.add("the check is incomplete: " + result.stopReason());
        }
        troubledStarts(result, objections);
        if (summary.pages() < minPages) {
            objections.add(counted(summary.pages(), "page") + " read, at least " + minPages + " expected (minPages)");
        }
        if (summary.links() < minLinks) {
            objections.add(counted(summary.links(), "link") + " found, at least " + minLinks + " expected (minLinks)");
        }
        if (maxBroken >= 0 && summary.broken() > maxBroken) {
            objections.add(counted(summary.broken(), "broken link") + ", " + maxBroken + " allowed");
        }
        if (maxBrokenPercent >= 0 && share(summary) > maxBrokenPercent) {
            objections.add(String.format(
                    Locale.ROOT,
                    "%s of %s broken, %s %% allowed (maxBrokenPercent)",
                    summary.broken(),
                    counted(summary.targets() - summary.skipped(), "link"),
                    plain(maxBrokenPercent)));
        }
        if (maxWarnings >= 0 && summary.warnings() > maxWarnings) {
            objections.add(
                    counted(summary.warnings(), "link") + " with warnings, " + maxWarnings + " allowed (maxWarnings)");
        }
        if (failOnStale && !result.stale().isEmpty()) {
            objections.add(counted(result.stale().size(), "stale entry", "stale entries")
                    + " in the baseline or the ignores (failOnStale)");
        }
        return new GateResult(
                List.copyOf(objections), result.complete(), failOnStale ? Severity.ERROR : Severity.WARNING);
    }

    /** Adds objections for starts of a crawl, whose findings precede those of all pages. */
    private static void troubledStarts(CheckResult result, List<String> objections) {
        int seeds = 0;
        for (Finding finding : result.findings()) {
            if (!(finding.links().get(0).origin() instanceof LinkOrigin.Entry entry)) {
                break;
            }
            boolean isStart = entry instanceof LinkOrigin.Start;
            if (!isAccepted(finding) && (isStart || seeds++ < MAX_SEEDS)) {
                objections.add((isStart ? "the start page " : "the seed ") + finding.target() + trouble(finding));
            }
        }
        if (seeds > MAX_SEEDS) {
            objections.add(counted(seeds - MAX_SEEDS, "more seed") + " could not be read");
        }
    }

    /** Returns whether the policy allows a start to be redirected elsewhere. One that cannot be read is never accepted. */
    private static boolean isAccepted(Finding finding) {
        return finding.severity() != Severity.ERROR && finding.rule() == Rule.START_REDIRECTED;
    }

    private static String trouble(Finding finding) {
        return finding.rule() == Rule.START_REDIRECTED
                ? " " + finding.message()
                : " could not be read: " + finding.message();
    }

    /** Returns the percentage of broken targets among those that were not skipped; 0 if there are none. */
    public static double share(Summary summary) {
        long checked = summary.targets() - summary.skipped();
        return checked == 0 ? 0 : 100.0 * summary.broken() / checked;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static String counted(long count, String noun) {
        return counted(count, noun, noun + "s");
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
