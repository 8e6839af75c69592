// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.hint.BasePath;
import io.github.checklinks.check.hint.LinkContext;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.LinkOrigin;
import io.github.checklinks.model.PagedLinks;
import io.github.checklinks.model.RatedFindings;
import io.github.checklinks.model.Rule;
import io.github.checklinks.model.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Collects the links to report, grouped into findings by target and verdict. Takes a few bytes per link. */
final class Findings {

    /** Only this number of findings get hints, each of which may require searching the site or rereading a page. */
    private static final int MAX_HINTS = 1_000;

    private final Facts facts;
    private final LinkAssessor linkAssessor;
    private final FindingText findingText;
    private final int most;
    private final List<StandIn> standIns = new ArrayList<>();
    private final Map<FindingGroup, FindingGroup> groups = new LinkedHashMap<>();
    private @Nullable Assessment last;
    private @Nullable Assessment lastGiven;
    private @Nullable FindingGroup lastGroup;

    /**
     * Creates an empty collection.
     *
     * @param most the number of findings to keep; further ones are dropped
     */
    Findings(Facts facts, LinkAssessor linkAssessor, FindingText findingText, int most) {
        this.facts = facts;
        this.linkAssessor = linkAssessor;
        this.findingText = findingText;
        this.most = most;
    }

    /** Adds a stand-in; to be called in reading order. */
    void add(StandIn standIn, Assessment assessment, @Nullable String name) {
        add(FindingGroup.NO_PAGE, standIns.size(), standIn.link(), assessment, name);
        standIns.add(standIn);
    }

    /** Adds a link on a page; to be called in reading order. */
    @SuppressWarnings("ReferenceEquality") // ResultBuilder reuses the same instance for equal links.
    void add(int page, int position, StoredLink link, Assessment assessment, @Nullable String name) {
        FindingGroup before = lastGroup;
        if (before != null && assessment == lastGiven && name == null) {
            before.add(page, position);
            return;
        }
        lastGroup = group(page, position, link, assessment, name);
        lastGiven = name == null ? assessment : null;
    }

    /** Returns the group to which a link was added. */
    private FindingGroup group(int page, int position, StoredLink link, Assessment assessment, @Nullable String name) {
        Rule rule = assessment.verdict().rule();
        boolean once = rule == Rule.NO_NETWORK;
        // Empty links have no text that could distinguish them.
        String attribute =
                link.linkState() == LinkState.EMPTY ? link.linkAttribute().attribute() : null;
        int target = once || name != null ? -1 : link.target();
        FindingGroup findingGroup =
                new FindingGroup(shared(assessment), target, once ? null : name, attribute, page, position);
        FindingGroup known = groups.get(findingGroup);
        if (known == null) {
            if (groups.size() < most) {
                groups.put(findingGroup, findingGroup);
            }
            return findingGroup;
        }
        known.add(page, position);
        return known;
    }

    /** Shares equal assessments, so that many findings do not keep one each. */
    private Assessment shared(Assessment assessment) {
        Assessment before = last;
        Assessment shared = before != null && before.isSame(assessment) ? before : assessment;
        last = shared;
        return shared;
    }

    /** Returns the findings in the order of their first links. Those with a hint are kept; the others, which may be millions, are created on access. */
    List<Finding> toList(boolean withHints) throws IOException {
        List<FindingGroup> order = new ArrayList<>(groups.keySet());
        groups.clear();
        int hints = withHints ? Math.min(MAX_HINTS, order.size()) : 0;
        return new OnAccess(withHints(order.subList(0, hints)), order);
    }

    /** Creates findings with hints in the order of their targets, so that each page is read again only once. */
    private List<Finding> withHints(List<FindingGroup> beginning) throws IOException {
        List<Hinted> all = new ArrayList<>();
        for (FindingGroup group : beginning) {
            all.add(new Hinted(group, link(group, 0), all.size()));
        }
        findingText.prepareHints(all.stream()
                .filter(each -> each.rule() == Rule.MISSING_FRAGMENT)
                .map(Hinted::first)
                .toList());
        if (all.stream().anyMatch(each -> FindingText.mayBeMisplaced(each.rule()))) {
            lookForSettings(all);
        }
        Finding[] hinted = new Finding[all.size()];
        all.sort(Comparator.comparingInt(each -> each.first().target()));
        for (Hinted each : all) {
            hinted[each.index()] = withHint(each.group(), each.first());
        }
        return List.of(hinted);
    }

    /** A group whose finding gets a hint, with its first link and its index in reading order. */
    private record Hinted(FindingGroup group, StoredLink first, int index) {

        Rule rule() {
            return group.assessment.original().rule();
        }
    }

    /** Looks for a wrong base path: it affects most pages, or the site itself names the right one; on only a few pages it is rather a typo. */
    private void lookForSettings(List<Hinted> beginning) {
        BasePath base = findingText.lookForSettings();
        if (base != null && (base.isNamed() || pagesBelow(base, beginning) * 2L >= facts.pages())) {
            findingText.setBasePath(base);
        }
    }

    private int pagesBelow(BasePath base, List<Hinted> beginning) {
        BitSet pages = new BitSet();
        for (Hinted each : beginning) {
            int target = each.first().target();
            if (target >= 0 && base.has(facts.targets().url(target))) {
                IntStream.of(each.group().pages(each.group().size))
                        .filter(facts::isCounted)
                        .forEach(pages::set);
            }
        }
        return pages.cardinality();
    }

    private Finding withHint(FindingGroup findingGroup, StoredLink first) throws IOException {
        try {
            return finding(findingGroup, first, true);
        } catch (StackOverflowError tooDeep) {
            String page = findingGroup.isOnPage(0) ? facts.pageName(findingGroup.page) : facts.site();
            throw new IllegalStateException("determining a hint for a link of " + page + ": " + tooDeep, tooDeep);
        }
    }

    private StoredLink link(FindingGroup findingGroup, int index) throws IOException {
        int position = findingGroup.position(index);
        return findingGroup.isOnPage(index)
                ? facts.storedLink(findingGroup.page(index), position)
                : standIns.get(position).link();
    }

    private Finding finding(FindingGroup findingGroup, StoredLink first, boolean withHint) throws IOException {
        Assessment assessment = findingGroup.assessment;
        String hint = null;
        if (withHint) {
            boolean alike = assessment.original().rule() != Rule.MOVED || isAlike(findingGroup, first);
            LinkContext linkContext = new LinkContext(
                    facts,
                    first,
                    findingGroup.firstPage(),
                    findingGroup.pages(LinkContext.MAX_PAGES),
                    findingGroup.size,
                    alike);
            // The links of no-network have different targets.
            boolean differ = assessment.original().rule() == Rule.NO_NETWORK;
            hint = findingText.hint(linkContext, first, assessment, differ ? 0 : findingGroup.pages(facts::isCounted));
        }
        return new Finding(
                assessment.verdict().rule(),
                assessment.severity(),
                assessment.zone(),
                findingText.target(first, assessment, findingGroup.name),
                findingText.message(first, assessment),
                hint,
                linkAssessor.status(first),
                linkAssessor.hops(first),
                linkAssessor.attempts(first),
                new Links(findingGroup),
                linkAssessor.answer(first, assessment));
    }

    /** Returns whether all links of a group have the same fragment as the first; false if there are too many to compare. */
    private boolean isAlike(FindingGroup findingGroup, StoredLink first) throws IOException {
        String fragment = Fragment.whole(first.text());
        for (int i = 1; i < findingGroup.size; i++) {
            if (i > LinkContext.MAX_PAGES
                    || findingGroup.isOnPage(i)
                            && !Objects.equals(
                                    fragment,
                                    Fragment.whole(link(findingGroup, i).text()))) {
                return false;
            }
        }
        return true;
    }

    /** The findings, of which the first exist and the others are created on access. */
    private final class OnAccess extends AbstractList<Finding> implements RatedFindings {

        private final List<Finding> first;
        private final List<FindingGroup> all;

        OnAccess(List<Finding> first, List<FindingGroup> all) {
            this.first = first;
            this.all = all;
        }

        @Override
        public Finding get(int index) {
            if (index < first.size()) {
                return first.get(index);
            }
            try {
                return finding(all.get(index), link(all.get(index), 0), false);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Rule rule(int index) {
            return all.get(index).assessment.verdict().rule();
        }

        @Override
        public Severity severity(int index) {
            return all.get(index).assessment.severity();
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    /** The links of a finding, read from the spool on access. */
    private final class Links extends AbstractList<Link> implements PagedLinks {

        private final FindingGroup findingGroup;

        Links(FindingGroup findingGroup) {
            this.findingGroup = findingGroup;
        }

        @Override
        public Link get(int index) {
            try {
                return linkAssessor.link(origin(index), link(findingGroup, index));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String page(int index) {
            return origin(index).page();
        }

        private LinkOrigin origin(int index) {
            return findingGroup.isOnPage(index)
                    ? new LinkOrigin.OnPage(facts.pageName(findingGroup.page(index)))
                    : standIns.get(findingGroup.position(index)).origin();
        }

        @Override
        public int size() {
            return findingGroup.size;
        }
    }
}
