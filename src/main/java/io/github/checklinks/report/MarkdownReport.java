// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.model.Summary;
import io.github.checklinks.report.view.FindingTexts;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.FindingViews;
import io.github.checklinks.report.view.Report;
import io.github.checklinks.report.view.SharedCause;
import io.github.checklinks.report.view.SharedCauses;
import io.github.checklinks.report.view.TextFormat;
import io.github.checklinks.report.view.UnpublishedSite;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code report.md}: the broken links, short enough for a comment on a pull request. */
final class MarkdownReport implements Report {

    private static final int MAX_FINDINGS = 1000;
    private static final int MAX_PLACES = 5;
    private static final int EXAMPLES = 3;
    private static final int MAX_STALE = 20;
    /** GitHub limits comments to 65,536 characters; this leaves room for the last line. */
    private static final int MAX_CHARACTERS = 60_000;

    @Override
    public void write(CheckResult result, GateResult gate, Writer out) throws IOException {
        StringBuilder text = new StringBuilder();
        head(result, gate, text);
        FindingViews findingViews = new FindingViews(MAX_PLACES, result);
        int room = MAX_FINDINGS;
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            String title = severity == Severity.ERROR ? "Broken" : "Warnings";
            List<FindingView> listed = findingViews.of(result.findings(), severity);
            room -= section(title, listed, FindingViews.beyond(result, severity), room, text);
        }
        notes(result, text);
        out.append(text);
    }

    private static void notes(CheckResult result, StringBuilder out) {
        if (!result.stale().isEmpty()) {
            out.append("\n### No longer needed\n\n");
            for (StaleEntry entry :
                    result.stale().subList(0, Math.min(MAX_STALE, result.stale().size()))) {
                out.append("- ").append(escaped(entry.message()));
                out.append(entry.place().isEmpty() ? "" : " in " + code(entry.place()));
                out.append(entry.fix().isEmpty() ? "" : "; to fix it: " + escaped(entry.fix()));
                out.append('\n');
            }
            if (result.stale().size() > MAX_STALE) {
                out.append("- and ").append(result.stale().size() - MAX_STALE).append(" more\n");
            }
        }
        if (!result.notes().isEmpty()) {
            out.append("\n### Notes\n\n");
            result.notes()
                    .forEach(note -> out.append("- ").append(escaped(note)).append('\n'));
        }
    }

    private static void head(CheckResult result, GateResult gate, StringBuilder out) {
        Summary summary = result.summary();
        String site = UnpublishedSite.is(result.site()) ? "the site" : code(result.site());
        out.append("## Links of ").append(site).append("\n\n");
        out.append(gate.passed() ? "✅ **Passed**\n" : "❌ **Failed**\n");
        for (String objection : gate.objections()) {
            out.append("- ").append(escaped(objection)).append('\n');
        }
        out.append("\n| pages | links | targets | ok | redirected | skipped | known | warnings | broken |\n")
                .append("|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n|");
        for (long count : new long[] {
            summary.pages(),
            summary.links(),
            summary.targets(),
            summary.ok(),
            summary.redirected(),
            summary.skipped(),
            summary.known(),
            summary.warnings(),
            summary.broken()
        }) {
            out.append(' ').append(TextFormat.number(count)).append(" |");
        }
        out.append('\n');
    }

    /** Writes a section and returns the number of findings shown. */
    private static int section(String title, List<FindingView> views, long beyond, int most, StringBuilder out) {
        if (views.isEmpty()) {
            return 0;
        }
        out.append("\n### ").append(title).append("\n\n");
        int shown = 0;
        long omitted = 0;
        for (SharedCauses.Group group : SharedCauses.group(views)) {
            StringBuilder block = new StringBuilder();
            int findings = group(group, block);
            if (omitted > 0 || shown + findings > most || out.length() + block.length() > MAX_CHARACTERS) {
                omitted += group.members().size();
            } else {
                out.append(block);
                shown += findings;
            }
        }
        omitted += beyond;
        if (omitted > 0) {
            out.append("\nand ")
                    .append(TextFormat.number(omitted))
                    .append(" more; the JSON report lists all of them\n");
        }
        return shown;
    }

    private static int group(SharedCauses.Group group, StringBuilder out) {
        SharedCause sharedCause = group.sharedCause();
        List<FindingView> members = group.members();
        if (sharedCause == null) {
            members.forEach(member -> finding(member, out));
            return members.size();
        }
        String shared = sharedCause.words().isEmpty() ? "" : " " + code(sharedCause.words());
        out.append("- **")
                .append(sharedCause.rule().id())
                .append("** ")
                .append(TextFormat.count(members.size(), "target"));
        out.append(shared).append(", including\n");
        for (FindingView member : members.subList(0, Math.min(EXAMPLES, members.size()))) {
            place(member, member.first().get(0), out);
        }
        return Math.min(EXAMPLES, members.size());
    }

    private static void finding(FindingView findingView, StringBuilder out) {
        FindingTexts texts = findingView.texts();
        out.append("- **")
                .append(findingView.finding().rule().id())
                .append("** ")
                .append(code(texts.target()));
        String statuses = TextFormat.statuses(texts.hops());
        out.append("  \n  ").append(escaped(texts.message()));
        out.append(statuses.isEmpty() ? "" : " (" + statuses + ")").append('\n');
        if (texts.hint() != null) {
            out.append("  — ").append(escaped(texts.hint())).append('\n');
        }
        findingView.first().forEach(link -> place(findingView, link, out));
        if (findingView.more() > 0) {
            out.append("  - and ").append(TextFormat.number(findingView.more())).append(" more on ");
            out.append(TextFormat.count(findingView.otherPages(), "page")).append('\n');
        }
    }

    private static void place(FindingView findingView, Link link, StringBuilder out) {
        String source = findingView.source(link);
        out.append("  - ").append(code(FindingView.place(link))).append(' ').append(code(FindingView.text(link)));
        if (!source.isEmpty()) {
            out.append(" in ").append(code(source));
        }
        out.append('\n');
    }

    /** Returns the text as a code span (CommonMark §6.1), in which nothing is a link, a mention or a tag. */
    static String code(String text) {
        if (text.isBlank()) {
            return "(empty)";
        }
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        boolean pad = longest > 0 || (text.startsWith(" ") && text.endsWith(" "));
        return pad ? fence + " " + text + " " + fence : fence + text + fence;
    }

    /** Escapes Markdown syntax in a sentence, and breaks mentions of people and issues with an invisible word joiner. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\`*_{}[]<>()#+!|~&$".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
            boolean issue = c == '#' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
            if (c == '@' || issue) {
                out.append('\u2060');
            }
        }
        return out.toString();
    }
}
