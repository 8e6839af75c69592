// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.html;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Summary;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.FindingViews;
import io.github.checklinks.report.view.SharedCause;
import io.github.checklinks.report.view.SharedCauses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** What the HTML report lists, the worst first, and which of it has a common cause. */
final class HtmlSections {

    private static final int MOST_FINDINGS = 1000;
    private static final int MOST_PLACES = 20;
    private static final int MOST_CAUSES = 6;
    private static final int FEWEST_MEMBERS = 4;

    /** What kinds of findings there are. */
    enum Kind {
        ERROR("Broken", "error"),
        WARNING("Warnings", "warning"),
        KNOWN("Known from the baseline", "known");

        private final String title;
        private final String id;

        Kind(String title, String id) {
            this.title = title;
            this.id = id;
        }

        String title() {
            return title;
        }

        String id() {
            return id;
        }

        private boolean holds(Finding finding) {
            return switch (this) {
                case ERROR -> finding.severity() == Severity.ERROR;
                case WARNING -> finding.severity() == Severity.WARNING;
                case KNOWN -> finding.severity() == Severity.NONE && finding.rule() == Rule.KNOWN;
            };
        }

        private long targets(Summary summary) {
            return switch (this) {
                case ERROR -> summary.broken();
                case WARNING -> summary.warnings();
                case KNOWN -> summary.known();
            };
        }
    }

    /**
     * Findings of one kind.
     *
     * @param listed those there was room for
     * @param all how many there are
     * @param targets how many targets count as this kind
     */
    record Section(Kind kind, List<FindingView> listed, long all, long targets) {}

    private final List<Section> all;
    private final List<SharedCauses.Group> causes = new ArrayList<>();
    private final IdentityHashMap<FindingView, Integer> causeOf = new IdentityHashMap<>();

    private HtmlSections(List<Section> all) {
        this.all = all;
        for (Section section : all) {
            SharedCauses.group(section.listed()).stream()
                    .filter(group -> group.members().size() >= FEWEST_MEMBERS && tellsMoreThanTheRule(group))
                    .sorted(Comparator.<SharedCauses.Group, Boolean>comparing(group -> !isSetting(group))
                            .thenComparing(group -> -group.members().size()))
                    .limit(MOST_CAUSES - causes.size())
                    .forEach(this::add);
        }
    }

    private static boolean tellsMoreThanTheRule(SharedCauses.Group group) {
        SharedCause sharedCause = group.sharedCause();
        return sharedCause != null && !sharedCause.words().isEmpty();
    }

    private static boolean isSetting(SharedCauses.Group group) {
        return group.sharedCause() != null && group.sharedCause().isSetting();
    }

    private void add(SharedCauses.Group group) {
        causes.add(group);
        group.members().forEach(member -> causeOf.put(member, causes.size()));
    }

    static HtmlSections of(CheckResult result) {
        FindingViews findingViews = new FindingViews(MOST_PLACES, result);
        List<Section> all = new ArrayList<>();
        int room = MOST_FINDINGS;
        for (Kind kind : Kind.values()) {
            List<FindingView> listed = findingViews.of(result.findings(), kind::holds, room);
            room -= listed.size();
            long count = result.findings().stream().filter(kind::holds).count();
            all.add(new Section(kind, listed, count, kind.targets(result.summary())));
        }
        return new HtmlSections(all);
    }

    /** In the order they are told; some may be empty. */
    List<Section> all() {
        return all;
    }

    /** What many findings have in common, of each kind that which explains most first. */
    List<SharedCauses.Group> causes() {
        return causes;
    }

    /** The number of the finding's cause, from 1; 0 when it stands alone. */
    int cause(FindingView findingView) {
        return causeOf.getOrDefault(findingView, 0);
    }

    List<FindingView> listed() {
        return all.stream().flatMap(section -> section.listed().stream()).toList();
    }
}
