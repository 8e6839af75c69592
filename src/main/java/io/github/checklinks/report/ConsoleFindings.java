// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Severity;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The part of the console report that names what was found, a few lines each. */
final class ConsoleFindings {

    private static final int EXAMPLES = 3;

    private final Style style;
    private final ConsoleReport.Sink sink;
    private int shown;

    ConsoleFindings(Style style, ConsoleReport.Sink sink) {
        this.style = style;
        this.sink = sink;
    }

    /** How many findings were shown so far. */
    int shown() {
        return shown;
    }

    void tell(Causes.Group group) {
        Cause cause = group.cause();
        Severity level = group.members().get(0).finding().severity();
        if (cause != null) {
            several(cause, group.members(), level);
            return;
        }
        for (Sighting sighting : group.members()) {
            if (sighting.links() == 1) {
                single(sighting, level);
            } else {
                target(sighting, level);
            }
        }
        shown += group.members().size();
    }

    private void single(Sighting sighting, Severity level) {
        sink.line(level, style.strong(Sighting.place(sighting.first().get(0))) + "  " + text(sighting.text()));
        reason(sighting, level);
        source(sighting, sighting.first().get(0), "  ", level);
    }

    private void target(Sighting sighting, Severity level) {
        String target = sighting.told().target();
        sink.line(level, style.strong(text(target)));
        reason(sighting, level);
        for (Link link : sighting.first()) {
            String text = Sighting.text(link);
            sink.line(level, "  " + Sighting.place(link) + (text.equals(target) ? "" : "  " + text(text)));
            source(sighting, link, "    ", level);
        }
        if (sighting.more() > 0) {
            String pages = Words.count(sighting.otherPages(), "page");
            sink.line(level, "  and " + Words.number(sighting.more()) + " more on " + pages);
        }
    }

    private void source(Sighting sighting, Link link, String indent, Severity level) {
        String source = sighting.source(link);
        if (!source.isEmpty()) {
            sink.line(level, indent + "in " + source);
        }
    }

    private void reason(Sighting sighting, Severity level) {
        sink.line(
                level,
                "  " + rule(sighting.finding(), level) + ": " + sighting.told().message());
        String hint = sighting.told().hint();
        if (hint != null) {
            sink.line(level, "  " + hint);
        }
    }

    private void several(Cause cause, List<Sighting> members, Severity level) {
        long links = 0;
        BitSet pages = new BitSet();
        for (Sighting member : members) {
            links += member.links();
            for (int page : member.pages()) {
                pages.set(page);
            }
        }
        sink.line(
                level,
                rule(members.get(0).finding(), level)
                        + ": "
                        + style.strong(Words.count(members.size(), "target")
                                + (cause.words().isEmpty() ? "" : " " + cause.words()))
                        + ", " + Words.count(links, "link") + " on " + Words.count(pages.cardinality(), "page"));
        String message = common(members, member -> member.told().message());
        sink.line(level, "  " + (message == null ? cause.rule().summary() : message));
        String hint = common(members, member -> member.told().hint());
        if (hint != null) {
            sink.line(level, "  " + hint);
        }
        for (Sighting member : members.subList(0, Math.min(EXAMPLES, members.size()))) {
            Link link = member.first().get(0);
            sink.line(level, "  " + Sighting.place(link) + "  " + text(member.text()));
            source(member, link, "    ", level);
        }
        int more = members.size() - EXAMPLES;
        if (more > 0) {
            sink.line(level, "  and " + Words.count(more, "more target"));
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

    private static @Nullable String common(List<Sighting> members, Function<Sighting, @Nullable String> words) {
        String first = words.apply(members.get(0));
        for (Sighting member : members) {
            String other = words.apply(member);
            if (first == null || !first.equals(other)) {
                return null;
            }
        }
        return first;
    }
}
