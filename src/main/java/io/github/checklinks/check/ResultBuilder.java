// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.hint.Hints;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.StoredLinkVisitor;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.CheckResult;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
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
    private final Findings findings;
    private final Named[] pages;
    private final List<StoredLink> starts;
    private final Orphans orphans;
    private final UnreadFiles unread;
    private List<Finding> reported = List.of();
    private @Nullable Assessment last;
    private int lastTarget;

    /** A page with its name, as the visitor of its links. */
    private final class Named implements StoredLinkVisitor {

        private final int page;
        private final String name;

        Named(int page, String name) {
            this.page = page;
            this.name = name;
        }

        @Override
        public void accept(StoredLink link, int position) {
            ResultBuilder.this.add(page, name, link, position);
        }
    }

    private ResultBuilder(
            Facts facts, CheckRequest request, Suppressions suppressions, Orphans orphans, int mostFindings) {
        this.facts = facts;
        this.suppressions = suppressions;
        this.orphans = orphans;
        this.unread = new UnreadFiles(facts);
        Redirects redirects = new Redirects(facts, request.politeness().maxRedirects());
        Judge judge = new Judge(facts, redirects, request.acceptance(), request.hosts());
        this.linkAssessor = new LinkAssessor(
                judge, request.policy().severities(), suppressions, facts, new StartRedirects(facts, redirects));
        this.findingText = new FindingText(facts, redirects, new Hints(facts));
        this.starts = linkAssessor.failedStarts();
        this.findings = new Findings(facts, linkAssessor, findingText, redirects, starts, this::standIn, mostFindings);
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
        for (int i = 0; i < starts.size(); i++) {
            add(-1, nameOf(starts.get(i)), starts.get(i), i);
        }
        for (Named named : pages) {
            if (facts.isReadForLinks(named.page)) {
                suppressions.read(named.name);
            }
            StoredLink standIn = standIn(named.page, named.name);
            if (standIn != null) {
                add(named.page, named.name, standIn, Findings.NOT_IN_SPOOL);
            }
            facts.settle(named.page, named);
        }
        countSettled();
        reported = findings.toList(withHints);
    }

    /** Returns the link that represents a page that is an orphan or could not be read; null for any other page. */
    private @Nullable StoredLink standIn(int page, String name) {
        StoredLink orphan = orphans.link(page, name);
        return orphan == null ? unread.link(page) : orphan;
    }

    private String nameOf(StoredLink start) {
        return facts.targets().url(start.target());
    }

    private void countSettled() {
        for (int page = 0; page < facts.pageCount(); page++) {
            if (facts.linksToItself(page)) {
                targetCounts.add(facts.pageTarget(page), null, TargetCounts.Status.OK, null);
            }
        }
        for (int target = 0; target < facts.targets().size(); target++) {
            if (facts.isSettled(target)) {
                TargetKind targetKind = facts.targets().kind(target);
                if (targetKind == TargetKind.FILE
                        || targetKind == TargetKind.FOLLOW
                        || targetKind == TargetKind.PROBE) {
                    targetCounts.add(target, null, TargetCounts.Status.OK, null);
                } else if (targetKind == TargetKind.SKIPPED) {
                    targetCounts.add(
                            target,
                            null,
                            TargetCounts.Status.SKIPPED,
                            facts.targets().reason(target));
                }
            }
        }
    }

    private void add(int page, String pageName, StoredLink link, int position) {
        Assessment assessment = assess(page, pageName, link);
        String name = findingText.name(link, assessment.original().rule());
        targetCounts.add(link.target(), name, assessment.status(), reason(assessment));
        if (assessment.severity() != Severity.NONE || assessment.verdict().rule() == Rule.KNOWN) {
            findings.add(page, position, link, assessment, name);
        }
    }

    /** Returns the assessment of a link, reusing the last one for an equal link, so that links repeated on every page are judged once. */
    private Assessment assess(int page, String pageName, StoredLink link) {
        boolean reusable = suppressions.isEmpty()
                && page >= 0
                && !Orphans.isOrphan(link)
                && link.linkState() == LinkState.ORDINARY
                && link.linkAttribute().linkKind() == LinkKind.LINK
                && link.text().indexOf('#') < 0;
        Assessment before = last;
        if (reusable && before != null && lastTarget == link.target()) {
            return before;
        }
        Assessment assessment = linkAssessor.assess(page, pageName, link);
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

    List<Finding> findings() {
        return reported;
    }

    /** Passes every link that was kept to a listener. */
    void forEachLink(CheckResult.Listener listener) throws IOException {
        for (StoredLink start : starts) {
            listener.accept(linkAssessor.checked(-1, nameOf(start), start));
        }
        for (Named named : pages) {
            StoredLink standIn = standIn(named.page, named.name);
            if (standIn != null) {
                listener.accept(linkAssessor.checked(named.page, named.name, standIn));
            }
            facts.forEachLink(
                    named.page,
                    (link, position) -> listener.accept(linkAssessor.checked(named.page, named.name, link)));
        }
    }
}
