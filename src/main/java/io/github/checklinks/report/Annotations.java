// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.GateResult;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Sources.Source;
import io.github.checklinks.model.StaleEntry;
import io.github.checklinks.report.view.FindingTexts;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.FindingViews;
import io.github.checklinks.report.view.SharedCause;
import io.github.checklinks.report.view.SharedCauses;
import io.github.checklinks.report.view.TextFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes findings as GitHub workflow commands. GitHub shows ten errors and ten warnings per step, so findings with a common
 * cause are reported once, and those whose fix repairs the most links come first.
 */
final class Annotations {

    private static final int MOST = 10;
    private static final int MAX_STALE = 3;
    private static final int MAX_PLACES = 20;
    private static final int MAX_CHARACTERS = 1000;

    private final Path base;
    private final @Nullable Path workspace;

    /**
     * Creates annotations for sources below a directory.
     *
     * @param base the directory that the files of sources are relative to
     * @param workspace the directory that GitHub resolves file names against; null if it is not known
     */
    Annotations(Path base, @Nullable Path workspace) {
        this.base = base;
        this.workspace = workspace;
    }

    void write(CheckResult result, GateResult gate, Consumer<String> lines) {
        FindingViews findingViews = new FindingViews(MAX_PLACES, result);
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            List<SharedCauses.Group> entries = new ArrayList<>();
            for (SharedCauses.Group group : SharedCauses.group(findingViews.of(result.findings(), severity))) {
                if (group.sharedCause() == null) {
                    group.members().forEach(member -> entries.add(new SharedCauses.Group(null, List.of(member))));
                } else {
                    entries.add(group);
                }
            }
            entries.sort(Comparator.comparingLong(Annotations::links).reversed());
            int stale = severity == gate.stale() ? stale(result, severity, lines) : 0;
            entries.stream().limit(MOST - stale).forEach(entry -> lines.accept(command(severity, entry)));
        }
    }

    /** Writes a few stale entries, which fail a build as a whole, and returns how many of GitHub's slots they took. */
    private int stale(CheckResult result, Severity severity, Consumer<String> lines) {
        int shown = Math.min(MAX_STALE, result.stale().size());
        for (int i = 0; i < shown; i++) {
            StaleEntry entry = result.stale().get(i);
            StringBuilder out = new StringBuilder("::").append(severity.id()).append(' ');
            if (!entry.file().isEmpty()) {
                out.append("file=").append(property(file(entry.file()))).append(',');
                out.append(entry.line() == 0 ? "" : "line=" + entry.line() + ",");
            }
            int more = result.stale().size() - shown;
            String text = entry.message()
                    + (entry.fix().isEmpty() ? "" : "\nTo fix it: " + entry.fix())
                    + (i == shown - 1 && more > 0
                            ? "\nand " + more + (more == 1 ? " more stale entry" : " more stale entries")
                            : "");
            out.append("title=").append(property("check-links: stale"));
            lines.accept(out.append("::")
                    .append(data(SarifText.shortened(text, MAX_CHARACTERS)))
                    .toString());
        }
        return shown;
    }

    private static long links(SharedCauses.Group entry) {
        return entry.members().stream().mapToLong(FindingView::links).sum();
    }

    private String command(Severity severity, SharedCauses.Group entry) {
        FindingView findingView = entry.members().get(0);
        Finding finding = findingView.finding();
        Link link = findingView.first().get(0);
        Source source = null;
        for (Link candidate : findingView.first()) {
            source = findingView.sources().of(candidate);
            if (source != null) {
                link = candidate;
                break;
            }
        }
        StringBuilder out = new StringBuilder("::").append(severity.id()).append(' ');
        if (source != null) {
            out.append("file=").append(property(file(source.file()))).append(',');
            if (source.line() > 0) {
                out.append("line=").append(source.line()).append(',');
            }
        }
        out.append("title=").append(property("check-links: " + finding.rule().id()));
        return out.append("::").append(data(message(entry, findingView, link))).toString();
    }

    private static String message(SharedCauses.Group entry, FindingView findingView, Link link) {
        FindingTexts texts = findingView.texts();
        StringBuilder out = new StringBuilder();
        out.append(FindingView.text(link)).append(": ").append(texts.message());
        if (texts.hint() != null) {
            out.append(" (").append(texts.hint()).append(')');
        }
        out.append('\n').append(FindingView.place(link));
        int others = entry.members().size() - 1;
        long more = links(entry) - 1;
        SharedCause sharedCause = entry.sharedCause();
        if (sharedCause != null && others > 0) {
            String words = sharedCause.words().isEmpty() ? "" : " " + sharedCause.words();
            out.append("\nand ").append(TextFormat.count(others, "more target")).append(words);
        } else if (more > 0) {
            out.append("\nand ").append(TextFormat.count(more, "more link")).append(" to it");
        }
        return SarifText.shortened(out.toString(), MAX_CHARACTERS);
    }

    private String file(String name) {
        Path file = base.resolve(name).toAbsolutePath().normalize();
        if (workspace == null || !file.startsWith(workspace.toAbsolutePath().normalize())) {
            return name;
        }
        return workspace
                .toAbsolutePath()
                .normalize()
                .relativize(file)
                .toString()
                .replace('\\', '/');
    }

    /** Escapes the text of a command: line ends, and the escape character itself. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
