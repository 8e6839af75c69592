// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.view;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Zone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several findings may have in common, so that mending one thing mends them all.
 *
 * @param rule their rule
 * @param words what they share, to be put behind "47 targets"; empty when it is the rule alone
 * @param least from how many findings on they are told as one
 */
public record SharedCause(Rule rule, String words, int least) {

    /** With one cause in the writing, or a host that is down, the single target tells nothing new. */
    private static final int FEW = 4;

    /** What refuses us refuses as a whole: one finding for the host. */
    private static final int TWO = 2;

    /** In one directory each target may have its own cause, but nobody reads that many. */
    private static final int MANY = 21;

    /** Nobody has a tree that deep: a longer path is an accident, and has too many directories to count each. */
    private static final int LONGEST = 2_000;

    // A record's own methods are made at run time, which takes longer than to look all causes up.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SharedCause sharedCause
                && rule == sharedCause.rule
                && least == sharedCause.least
                && words.equals(sharedCause.words);
    }

    @Override
    public int hashCode() {
        return (rule.hashCode() * 31 + words.hashCode()) * 31 + least;
    }

    /** What this finding may share with others, what explains most first. */
    static List<SharedCause> of(FindingView findingView) {
        Finding finding = findingView.finding();
        Rule rule = finding.rule();
        List<SharedCause> causes = new ArrayList<>(3);
        if (rule == Rule.OUTSIDE_SITE || rule == Rule.LOCAL_ADDRESS || rule == Rule.NO_NETWORK) {
            causes.add(new SharedCause(rule, "", FEW));
        }
        causes.add(new SharedCause(rule, "written " + quoted(findingView.text()), FEW));
        String setting = SharedHint.cause(findingView.redactedFinding().hint());
        if (setting != null) {
            causes.add(0, new SharedCause(rule, setting, TWO));
        }
        String target = findingView.redactedFinding().target();
        if (finding.zone() == Zone.EXTERNAL) {
            boolean likely = isTheHosts(rule) || finding.severity() == Severity.WARNING;
            causes.add(new SharedCause(rule, "on " + host(target), rule == Rule.BLOCKED ? TWO : likely ? FEW : MANY));
        } else {
            String directory = directory(target);
            if (directory.length() > LONGEST) {
                return causes;
            }
            causes.add(new SharedCause(rule, "in " + shown(directory), MANY));
            if (rule == Rule.MISSING_FILE || rule == Rule.NOT_FOUND || rule == Rule.UNREADABLE) {
                // A tree that was not built is missing as a whole. Below the site's root lies everything.
                String site = findingView.site();
                while (directory.length() > site.length() && directory.startsWith(site)) {
                    causes.add(new SharedCause(rule, "below " + shown(directory), MANY));
                    directory = directory.substring(0, directory.lastIndexOf('/', directory.length() - 2) + 1);
                }
            }
        }
        return causes;
    }

    /** Whether this is a wrong setting, which everybody should know of before anything else. */
    public boolean isSetting() {
        return least == TWO && rule != Rule.BLOCKED;
    }

    /** Whether it is rather the host's trouble than that of one address. */
    private static boolean isTheHosts(Rule rule) {
        return switch (rule) {
            case BLOCKED, SERVER_ERROR, TIMED_OUT, UNREACHABLE, UNTRUSTED, UNKNOWN_HOST -> true;
            default -> false;
        };
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "as an empty text" : text;
    }

    private static String host(String target) {
        int slashes = target.indexOf("//");
        int start = slashes < 0 ? 0 : slashes + 2;
        int end = start;
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        return target.substring(Math.max(start, target.lastIndexOf('@', end) + 1), end);
    }

    private static String shown(String directory) {
        return directory.equals(UnpublishedSite.ROOT) ? "the site's root" : directory;
    }

    private static String directory(String target) {
        int end = 0;
        while (end < target.length() && "?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        return target.substring(0, target.lastIndexOf('/', end - 1) + 1);
    }
}
