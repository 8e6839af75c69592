// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.hint.Hints;
import io.github.checklinks.check.record.ExternalCounts;
import io.github.checklinks.check.record.RecordLookup;
import io.github.checklinks.check.record.RecordSettings;
import io.github.checklinks.check.record.RecordUpdate;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.StoredLinkVisitor;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.Answer;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.LinkOrigin;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import io.github.checklinks.model.Site;
import io.github.checklinks.model.SkipReason;
import io.github.checklinks.model.Summary;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges the links of a crawl and collects the result: counts, findings in reading order, and the ledger on demand. */
final class ResultBuilder {

    /** The number of findings that are kept if memory is short; all are counted. */
    private static final int FEW_FINDINGS = 1_000;

    private final Facts facts;
    private final LinkAssessor linkAssessor;
    private final FindingText findingText;
    private final Suppressions suppressions;
    private final TargetCounts targetCounts = new TargetCounts();
    private final ExternalCounts externalCounts;
    private final Judge judge;
    private final Findings findings;
    private final Named[] pages;
    private final List<StandIn> starts;
    private final Orphans orphans;
    private final UnreadFiles unread;
    private List<Finding> reported = List.of();
    private @Nullable Assessment last;
    private int lastTarget;

    /** A page with its name, as the visitor of its links. */
    private final class Named implements StoredLinkVisitor {

        private final int page;
        private final String name;
        private final LinkOrigin.OnPage origin;

        Named(int page, String name) {
            this.page = page;
            this.name = name;
            this.origin = new LinkOrigin.OnPage(name);
        }

        @Override
        public void accept(StoredLink link, int position) {
            ResultBuilder.this.add(this, link, position);
        }

        @Override
        public void acceptSound(int target) {
            countSound(target);
        }
    }

    private ResultBuilder(
            Facts facts, CheckRequest request, Suppressions suppressions, Orphans orphans, int mostFindings) {
        this.facts = facts;
        this.suppressions = suppressions;
        this.orphans = orphans;
        this.unread = new UnreadFiles(facts);
        RecordLookup recordLookup = new RecordLookup(facts, request.record(), request.site() instanceof Site.Served);
        this.externalCounts = new ExternalCounts(facts, recordLookup);
        this.judge = new Judge(facts, request.acceptance(), request.hosts(), recordLookup);
        this.linkAssessor =
                new LinkAssessor(judge, request.policy().severities(), suppressions, facts, new StartRedirects(facts));
        this.findingText = new FindingText(facts, new Hints(facts));
        this.starts = linkAssessor.failedStarts();
        this.findings = new Findings(facts, linkAssessor, findingText, mostFindings);
        this.pages = inReadingOrder();
    }

    /**
     * Judges all links.
     *
     * @param shortOfMemory whether to omit hints and all but the first findings
     */
    static ResultBuilder of(Facts facts, CheckRequest request, Suppressions suppressions, boolean shortOfMemory)
            throws IOException {
        Orphans orphans = Orphans.of(
                facts,
                request.policy().reportsOrphans(),
                request.reading().fileLookup().indexFiles());
        ResultBuilder resultBuilder = new ResultBuilder(
                facts, request, suppressions, orphans, shortOfMemory ? FEW_FINDINGS : Integer.MAX_VALUE);
        resultBuilder.judge(!shortOfMemory);
        return resultBuilder;
    }

    private Named[] inReadingOrder() {
        Named[] named = new Named[facts.pageCount()];
        int count = 0;
        for (int page = 0; page < facts.pageCount(); page++) {
            if (facts.hasStoredLinks(page)
                    || orphans.has(page)
                    || unread.has(page)
                    || facts.isReadForLinks(page) && !suppressions.isEmpty()) {
                named[count++] = new Named(page, facts.pageName(page));
            }
        }
        Named[] order = Arrays.copyOf(named, count);
        boolean basicPlane = true;
        for (int i = 0; i < count && basicPlane; i++) {
            basicPlane = ReadingOrder.isPlain(order[i].name);
        }
        Comparator<String> byName = basicPlane ? Comparator.naturalOrder() : ReadingOrder.BY_CODE_POINTS;
        Arrays.sort(order, (one, other) -> {
            int names = byName.compare(one.name, other.name);
            // Two URLs can have the same name: a directory and its index file, if their contents differ.
            return names != 0 ? names : address(one).compareTo(address(other));
        });
        return order;
    }

    private String address(Named named) {
        return facts.targets().url(facts.pageTarget(named.page));
    }

    private void judge(boolean withHints) throws IOException {
        starts.forEach(this::add);
        for (Named named : pages) {
            if (facts.isReadForLinks(named.page)) {
                suppressions.read(named.name);
            }
            StandIn standIn = standIn(named);
            if (standIn != null) {
                add(standIn);
            }
            facts.forEachUnsound(named.page, named);
        }
        countSettled();
        reported = findings.toList(withHints);
    }

    /** Returns the stand-in for a page that is an orphan or could not be read; null for any other page. */
    private @Nullable StandIn standIn(Named named) {
        StandIn orphan = orphans.standIn(named.page, named.name);
        return orphan == null ? unread.standIn(named.page, named.name) : orphan;
    }

    private void countSettled() {
        for (int page = 0; page < facts.pageCount(); page++) {
            if (facts.linksToItself(page)) {
                targetCounts.add(facts.pageTarget(page), null, TargetCounts.Status.OK, null);
            }
        }
        for (int target = 0; target < facts.targets().size(); target++) {
            if (facts.isSettled(target)) {
                countSound(target);
            }
        }
    }

    private void countSound(int target) {
        TargetKind targetKind = facts.targets().kind(target);
        if (targetKind == TargetKind.FILE || targetKind == TargetKind.FOLLOW || targetKind == TargetKind.PROBE) {
            targetCounts.add(target, null, TargetCounts.Status.OK, null);
            externalCounts.add(target);
        } else if (targetKind == TargetKind.SKIPPED) {
            targetCounts.add(
                    target, null, TargetCounts.Status.SKIPPED, facts.targets().reason(target));
        }
    }

    private void add(StandIn standIn) {
        Assessment assessment = linkAssessor.assess(standIn);
        String name = count(standIn.link(), assessment);
        if (isReported(assessment)) {
            findings.add(standIn, assessment, name);
        }
    }

    private void add(Named named, StoredLink link, int position) {
        Assessment assessment = assess(named, link);
        String name = count(link, assessment);
        if (isReported(assessment)) {
            findings.add(named.page, position, link, assessment, name);
        }
    }

    /** Counts the target of a link. Returns what identifies it other than its URL. */
    private @Nullable String count(StoredLink link, Assessment assessment) {
        externalCounts.add(link.target());
        String name = findingText.name(link, assessment.original().rule());
        targetCounts.add(link.target(), name, assessment.status(), reason(assessment));
        return name;
    }

    private static boolean isReported(Assessment assessment) {
        return assessment.severity() != Severity.NONE || assessment.verdict().rule() == Rule.KNOWN;
    }

    /** Returns the assessment of a link, reusing the last one for an equal link, so that links repeated on every page are judged once. */
    private Assessment assess(Named named, StoredLink link) {
        boolean reusable = suppressions.isEmpty()
                && link.linkState() == LinkState.ORDINARY
                && link.linkAttribute().linkKind() == LinkKind.LINK
                && link.text().indexOf('#') < 0;
        Assessment before = last;
        if (reusable && before != null && lastTarget == link.target()) {
            return before;
        }
        Assessment assessment = linkAssessor.assess(named.page, named.name, link);
        last = reusable ? assessment : null;
        lastTarget = link.target();
        return assessment;
    }

    private static @Nullable SkipReason reason(Assessment assessment) {
        if (assessment.verdict().rule() != Rule.SKIPPED) {
            return null;
        }
        for (SkipReason skipReason : SkipReason.values()) {
            if (skipReason.id().equals(assessment.verdict().detail())) {
                return skipReason;
            }
        }
        return SkipReason.IGNORED;
    }

    /** Returns the base URL against which links were resolved. */
    String site() {
        return facts.site();
    }

    Summary summary() {
        return targetCounts.summary(facts.pages(), facts.links() + starts.size() + orphans.count() + unread.count());
    }

    Map<SkipReason, Long> skipped() {
        return targetCounts.skipped();
    }

    /** Returns the numbers of external targets by the source of their answers; null if no record is used. */
    Answer.@Nullable Counts external() {
        return externalCounts.answers(judge::isCached);
    }

    /** Returns the record after this run. */
    RecordUpdate recordUpdate(RecordSettings settings) throws IOException {
        return RecordUpdate.of(settings, facts, judge.recordLookup, judge::verdict, judge::areAnchorsChecked);
    }

    List<Finding> findings() {
        return reported;
    }

    /** Passes every link that was kept to a listener. */
    void forEachLink(CheckResult.Listener listener) throws IOException {
        for (StandIn start : starts) {
            listener.accept(linkAssessor.checked(start));
        }
        for (Named named : pages) {
            StandIn standIn = standIn(named);
            if (standIn != null) {
                listener.accept(linkAssessor.checked(standIn));
            }
            facts.forEachLink(
                    named.page,
                    (link, position) -> listener.accept(linkAssessor.checked(named.page, named.origin, link)));
        }
    }
}
