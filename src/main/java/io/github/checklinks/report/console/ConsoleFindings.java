// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.console;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.RuleText;
import io.github.checklinks.model.Severity;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.SharedCause;
import io.github.checklinks.report.view.SharedCauses;
import io.github.checklinks.report.view.TextFormat;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The part of the console report that lists the findings, a few lines each. */
final class ConsoleFindings {

    private static final int EXAMPLES = 3;

    private final ConsoleStyle style;
    private final ConsoleSink sink;
    private int shown;

    ConsoleFindings(ConsoleStyle style, ConsoleSink sink) {
        this.style = style;
        this.sink = sink;
    }

    /** Returns the number of findings printed so far. */
    int shown() {
        return shown;
    }

    void print(SharedCauses.Group group) {
        SharedCause sharedCause = group.sharedCause();
        Severity level = group.members().get(0).finding().severity();
        if (sharedCause != null) {
            several(sharedCause, group.members(), level);
            return;
        }
        for (FindingView findingView : group.members()) {
            if (findingView.links() == 1) {
                single(findingView, level);
            } else {
                target(findingView, level);
            }
        }
        shown += group.members().size();
    }

    private void single(FindingView findingView, Severity level) {
        sink.line(level, style.strong(FindingView.place(findingView.first().get(0))) + "  " + text(findingView.text()));
        reason(findingView, level);
        source(findingView, findingView.first().get(0), "  ", level);
    }

    private void target(FindingView findingView, Severity level) {
        String target = findingView.texts().target();
        sink.line(level, style.strong(text(target)));
        reason(findingView, level);
        for (Link link : findingView.first()) {
            String text = FindingView.text(link);
            sink.line(level, "  " + FindingView.place(link) + (text.equals(target) ? "" : "  " + text(text)));
            source(findingView, link, "    ", level);
        }
        if (findingView.more() > 0) {
            String pages = TextFormat.count(findingView.otherPages(), "page");
            sink.line(level, "  and " + TextFormat.number(findingView.more()) + " more on " + pages);
        }
    }

    private void source(FindingView findingView, Link link, String indent, Severity level) {
        String source = findingView.source(link);
        if (!source.isEmpty()) {
            sink.line(level, indent + "in " + source);
        }
    }

    private void reason(FindingView findingView, Severity level) {
        sink.line(
                level,
                "  " + rule(findingView.finding(), level) + ": "
                        + findingView.texts().message());
        String statuses = TextFormat.statuses(findingView.texts().hops());
        if (isAboutRedirects(findingView.finding().rule()) && !statuses.isEmpty()) {
            sink.line(level, "  " + statuses);
        }
        String hint = findingView.texts().hint();
        if (hint != null) {
            sink.line(level, "  " + hint);
        }
    }

    /** Returns whether the redirects themselves are the problem, so that their statuses belong to the few lines of a finding. */
    private static boolean isAboutRedirects(Rule rule) {
        return rule == Rule.MOVED || rule == Rule.REDIRECT_LOOP;
    }

    private void several(SharedCause sharedCause, List<FindingView> members, Severity level) {
        long links = 0;
        BitSet pages = new BitSet();
        for (FindingView member : members) {
            links += member.links();
            for (int page : member.pages()) {
                pages.set(page);
            }
        }
        sink.line(
                level,
                rule(members.get(0).finding(), level)
                        + ": "
                        + style.strong(TextFormat.count(members.size(), "target")
                                + (sharedCause.words().isEmpty() ? "" : " " + sharedCause.words()))
                        + ", " + TextFormat.count(links, "link") + " on "
                        + TextFormat.count(pages.cardinality(), "page"));
        String message = common(members, member -> member.texts().message());
        sink.line(
                level, "  " + (message == null ? RuleText.of(sharedCause.rule()).summary() : message));
        String hint = common(members, member -> member.texts().hint());
        if (hint != null) {
            sink.line(level, "  " + hint);
        }
        for (FindingView member : members.subList(0, Math.min(EXAMPLES, members.size()))) {
            Link link = member.first().get(0);
            sink.line(level, "  " + FindingView.place(link) + "  " + text(member.text()));
            source(member, link, "    ", level);
        }
        int more = members.size() - EXAMPLES;
        if (more > 0) {
            sink.line(level, "  and " + TextFormat.count(more, "more target"));
        }
        shown += Math.min(EXAMPLES, members.size());
    }

    private String rule(Finding finding, Severity level) {
        String id = finding.rule().id();
        return level == Severity.ERROR ? style.error(id) : style.warning(id);
    }

    private static String text(String text) {
        return text.isEmpty() ? "(empty)" : text;
    }

    private static @Nullable String common(List<FindingView> members, Function<FindingView, @Nullable String> words) {
        String first = words.apply(members.get(0));
        for (FindingView member : members) {
            String other = words.apply(member);
            if (first == null || !first.equals(other)) {
                return null;
            }
        }
        return first;
    }
}
