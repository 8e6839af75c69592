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
 * A cause that several findings may share, so that one fix resolves them all.
 *
 * @param rule the rule of the findings
 * @param words what they share, to be printed after "47 targets"; empty if it is only the rule
 * @param least the number of findings from which on they are reported as one
 */
public record SharedCause(Rule rule, String words, int least) {

    /** For links with the same text, or a host that is down: listing each target adds nothing. */
    private static final int FEW = 4;

    /** For a host that refuses requests, which it does for all of them: one finding per host. */
    private static final int TWO = 2;

    /** For a directory: each target may have its own cause, but longer lists are not read. */
    private static final int MANY = 21;

    /** The longest directory path that is examined; longer ones are malformed and have too many ancestors to count. */
    private static final int MAX_LENGTH = 2_000;

    // The generated methods of a record are linked at run time, which takes longer than all lookups of causes.

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

    /** Returns the causes that a finding may share with others, the most specific explanation first. */
    static List<SharedCause> of(FindingView findingView) {
        Finding finding = findingView.finding();
        Rule rule = finding.rule();
        List<SharedCause> causes = new ArrayList<>(3);
        if (rule == Rule.OUTSIDE_SITE || rule == Rule.LOCAL_ADDRESS || rule == Rule.NO_NETWORK) {
            causes.add(new SharedCause(rule, "", FEW));
        }
        causes.add(new SharedCause(rule, "linked as " + quoted(findingView.text()), FEW));
        String setting = SharedHint.cause(findingView.texts().hint());
        if (setting != null) {
            causes.add(0, new SharedCause(rule, setting, TWO));
        }
        String target = findingView.texts().target();
        if (finding.zone() == Zone.EXTERNAL) {
            boolean likely = isTheHosts(rule) || finding.severity() == Severity.WARNING;
            causes.add(new SharedCause(rule, "on " + host(target), rule == Rule.BLOCKED ? TWO : likely ? FEW : MANY));
        } else {
            String directory = directory(target);
            if (directory.length() > MAX_LENGTH) {
                return causes;
            }
            causes.add(new SharedCause(rule, "in " + shown(directory), MANY));
            if (rule == Rule.MISSING_FILE || rule == Rule.NOT_FOUND || rule == Rule.UNREADABLE) {
                // A tree that was not built is missing as a whole. The site's root is excluded: everything is below it.
                String site = findingView.site();
                while (directory.length() > site.length() && directory.startsWith(site)) {
                    causes.add(new SharedCause(rule, "below " + shown(directory), MANY));
                    directory = directory.substring(0, directory.lastIndexOf('/', directory.length() - 2) + 1);
                }
            }
        }
        return causes;
    }

    /** Returns whether this is a wrong setting of the check, which is reported before all other findings. */
    public boolean isSetting() {
        return least == TWO && rule != Rule.BLOCKED;
    }

    /** Returns whether failures of a rule are likely to affect the whole host rather than one URL. */
    private static boolean isTheHosts(Rule rule) {
        return switch (rule) {
            case BLOCKED, SERVER_ERROR, TIMED_OUT, UNREACHABLE, UNTRUSTED, UNKNOWN_HOST -> true;
            default -> false;
        };
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "an empty text" : text;
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
