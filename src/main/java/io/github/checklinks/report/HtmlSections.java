package io.github.checklinks.report;

import io.github.checklinks.CheckResult;
import io.github.checklinks.Finding;
import io.github.checklinks.Rule;
import io.github.checklinks.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What the HTML report lists, the worst first, and which of it has a common cause. */
final class HtmlSections {

    private static final int MOST_FINDINGS = 1000;
    private static final int MOST_PLACES = 20;
    private static final int MOST_CAUSES = 6;
    private static final int FEWEST_MEMBERS = 4;

    /** What kinds of findings there are. */
    enum Kind {
        ERROR(
                "Broken",
                finding -> finding.severity() == Severity.ERROR,
                result -> result.summary().broken()),
        WARNING(
                "Warnings",
                finding -> finding.severity() == Severity.WARNING,
                result -> result.summary().warnings()),
        KNOWN(
                "Known from the baseline",
                finding -> finding.severity() == Severity.NONE && finding.rule() == Rule.KNOWN,
                result -> result.summary().known());

        private final String title;
        private final Predicate<Finding> members;
        private final ToLongFunction<CheckResult> targets;

        Kind(String title, Predicate<Finding> members, ToLongFunction<CheckResult> targets) {
            this.title = title;
            this.members = members;
            this.targets = targets;
        }

        String title() {
            return title;
        }

        String id() {
            return this == ERROR ? "error" : this == WARNING ? "warning" : "known";
        }
    }

    /**
     * Findings of one kind.
     *
     * @param listed those there was room for
     * @param all how many there are
     * @param targets how many targets count as this kind
     */
    record Section(Kind kind, List<Sighting> listed, long all, long targets) {}

    private final List<Section> all;
    private final List<Causes.Group> causes = new ArrayList<>();
    private final Map<Sighting, Integer> causeOf = new IdentityHashMap<>();

    private HtmlSections(List<Section> all) {
        this.all = all;
        for (Section section : all) {
            Causes.group(section.listed()).stream()
                    .filter(group -> group.cause() != null && group.members().size() >= FEWEST_MEMBERS)
                    .sorted(Comparator.comparingInt(group -> -group.members().size()))
                    .limit(MOST_CAUSES - causes.size())
                    .forEach(this::add);
        }
    }

    private void add(Causes.Group group) {
        causes.add(group);
        group.members().forEach(member -> causeOf.put(member, causes.size()));
    }

    static HtmlSections of(CheckResult result) {
        Sightings sightings = new Sightings(MOST_PLACES, result.sources());
        List<Section> all = new ArrayList<>();
        int room = MOST_FINDINGS;
        for (Kind kind : Kind.values()) {
            List<Sighting> listed = sightings.of(result.findings(), kind.members, room);
            room -= listed.size();
            long count = result.findings().stream().filter(kind.members).count();
            all.add(new Section(kind, listed, count, kind.targets.applyAsLong(result)));
        }
        return new HtmlSections(all);
    }

    /** In the order they are told; some may be empty. */
    List<Section> all() {
        return all;
    }

    /** What many findings have in common, of each kind that which explains most first. */
    List<Causes.Group> causes() {
        return causes;
    }

    /** The number of the finding's cause, from 1; 0 when it stands alone. */
    int cause(Sighting sighting) {
        return causeOf.getOrDefault(sighting, 0);
    }

    List<Sighting> listed() {
        return all.stream().flatMap(section -> section.listed().stream()).toList();
    }
}
