// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report.html;

import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Summary;
import io.github.checklinks.report.view.FindingKind;
import io.github.checklinks.report.view.FindingView;
import io.github.checklinks.report.view.FindingViews;
import io.github.checklinks.report.view.SharedCause;
import io.github.checklinks.report.view.SharedCauses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** The sections of the HTML report in order of severity, and the common causes of their findings. */
final class HtmlSections {

    private static final int MAX_FINDINGS = 1000;
    private static final int MAX_PLACES = 20;
    private static final int MAX_CAUSES = 6;
    private static final int FEWEST_MEMBERS = 4;

    /** The kinds of findings, one section each. */
    enum Kind implements FindingKind {
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

        @Override
        public boolean includes(Rule rule, Severity severity) {
            return switch (this) {
                case ERROR -> severity == Severity.ERROR;
                case WARNING -> severity == Severity.WARNING;
                case KNOWN -> severity == Severity.NONE && rule == Rule.KNOWN;
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
     * @param listed the findings that are listed, up to the limit
     * @param all the number of all findings
     * @param targets the number of targets that are counted as this kind
     */
    record Section(Kind kind, List<FindingView> listed, long all, long targets) {}

    private final List<Section> all;
    private final List<SharedCauses.Group> causes = new ArrayList<>();
    private final IdentityHashMap<FindingView, Integer> causeOf = new IdentityHashMap<>();

    private HtmlSections(List<Section> all) {
        this.all = all;
        for (Section section : all) {
            SharedCauses.group(section.listed()).stream()
                    .filter(group -> group.members().size() >= FEWEST_MEMBERS && isMoreThanTheRule(group))
                    .sorted(Comparator.<SharedCauses.Group, Boolean>comparing(group -> !isSetting(group))
                            .thenComparing(group -> -group.members().size()))
                    .limit(MAX_CAUSES - causes.size())
                    .forEach(this::add);
        }
    }

    private static boolean isMoreThanTheRule(SharedCauses.Group group) {
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
        FindingViews findingViews = new FindingViews(MAX_PLACES, result);
        List<Section> all = new ArrayList<>();
        int room = MAX_FINDINGS;
        for (Kind kind : Kind.values()) {
            List<FindingView> listed = findingViews.of(result.findings(), kind, room);
            room -= listed.size();
            all.add(new Section(kind, listed, kind.count(result.findings()), kind.targets(result.summary())));
        }
        return new HtmlSections(all);
    }

    /** Returns the sections in the order of the report; some may be empty. */
    List<Section> all() {
        return all;
    }

    /** Returns the common causes, grouped by section, those of most findings first. */
    List<SharedCauses.Group> causes() {
        return causes;
    }

    /** Returns the number of the cause of a finding, from 1; 0 if it shares none. */
    int cause(FindingView findingView) {
        return causeOf.getOrDefault(findingView, 0);
    }

    List<FindingView> listed() {
        return all.stream().flatMap(section -> section.listed().stream()).toList();
    }
}
