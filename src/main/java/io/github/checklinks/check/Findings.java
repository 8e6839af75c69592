// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.check.hint.BasePath;
import io.github.checklinks.check.hint.LinkContext;
import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.RedirectChain;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.facts.TargetKind;
import io.github.checklinks.model.Finding;
import io.github.checklinks.model.Link;
import io.github.checklinks.model.LinkOrigin;
import io.github.checklinks.model.Outcome;
import io.github.checklinks.model.PagedLinks;
import io.github.checklinks.model.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        List<FindingGroup> beginning = order.subList(0, withHints ? Math.min(MAX_HINTS, order.size()) : 0);
        List<StoredLink> missing = new ArrayList<>();
        boolean files = false;
        for (FindingGroup findingGroup : beginning) {
            files |= FindingText.mayBeMisplaced(
                    findingGroup.assessment.original().rule());
            if (findingGroup.assessment.original().rule() == Rule.MISSING_FRAGMENT) {
                missing.add(first(findingGroup));
            }
        }
        findingText.prepareHints(missing);
        if (files) {
            lookForSettings(beginning);
        }
        List<Finding> hinted = new ArrayList<>();
        for (FindingGroup findingGroup : beginning) {
            hinted.add(withHint(findingGroup));
        }
        return new AbstractList<>() {
            @Override
            public Finding get(int index) {
                if (index < hinted.size()) {
                    return hinted.get(index);
                }
                try {
                    return finding(order.get(index), false);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }

            @Override
            public int size() {
                return order.size();
            }
        };
    }

    /** Looks for a wrong base path: it affects most pages, or the site itself names the right one; on only a few pages it is rather a typo. */
    private void lookForSettings(List<FindingGroup> beginning) throws IOException {
        BasePath base = findingText.lookForSettings();
        if (base == null) {
            return;
        }
        BitSet pages = new BitSet();
        for (FindingGroup findingGroup : beginning) {
            int target = first(findingGroup).target();
            if (target >= 0 && base.has(facts.targets().url(target))) {
                for (int i = 0; i < findingGroup.size; i++) {
                    if (findingGroup.isOnPage(i) && facts.isCounted(findingGroup.page(i))) {
                        pages.set(findingGroup.page(i));
                    }
                }
            }
        }
        if (base.isNamed() || pages.cardinality() * 2L >= facts.pages()) {
            findingText.setBasePath(base);
        }
    }

    private Finding withHint(FindingGroup findingGroup) throws IOException {
        try {
            return finding(findingGroup, true);
        } catch (StackOverflowError tooDeep) {
            String page = findingGroup.isOnPage(0) ? facts.pageName(findingGroup.page) : facts.site();
            throw new IllegalStateException("determining a hint for a link of " + page + ": " + tooDeep, tooDeep);
        }
    }

    private StoredLink first(FindingGroup findingGroup) throws IOException {
        return link(findingGroup, 0);
    }

    private StoredLink link(FindingGroup findingGroup, int index) throws IOException {
        int position = findingGroup.position(index);
        return findingGroup.isOnPage(index)
                ? facts.storedLink(findingGroup.page(index), position)
                : standIns.get(position).link();
    }

    private Finding finding(FindingGroup findingGroup, boolean withHint) throws IOException {
        StoredLink first = first(findingGroup);
        Assessment assessment = findingGroup.assessment;
        RedirectChain chain = first.target() < 0 ? null : facts.chain(first.target());
        Outcome last = chain != null ? chain.outcome() : first.target() < 0 ? null : facts.outcome(first.target());
        String found = null;
        if (withHint) {
            boolean alike = assessment.original().rule() != Rule.MOVED || isAlike(findingGroup, first);
            LinkContext linkContext = new LinkContext(
                    facts,
                    first,
                    findingGroup.firstPage(),
                    findingGroup.pages(LinkContext.MAX_PAGES),
                    findingGroup.size,
                    alike);
            found = findingText.hint(linkContext, first, assessment, pages(findingGroup));
        }
        String hint = found;
        return new Finding(
                assessment.verdict().rule(),
                assessment.severity(),
                assessment.zone(),
                findingText.target(first, assessment),
                findingText.message(first, assessment),
                hint,
                last == null ? 0 : last.status(),
                linkAssessor.hops(first),
                attempts(first.target()),
                new Links(findingGroup));
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

    /** Returns the number of pages, without style sheets, that contain the links of a group, which are added page by page; 0 for no-network, whose links have different targets. */
    private int pages(FindingGroup findingGroup) {
        if (findingGroup.assessment.original().rule() == Rule.NO_NETWORK) {
            return 0;
        }
        int pages = 0;
        for (int i = 0; i < findingGroup.size; i++) {
            boolean another = i == 0 || findingGroup.page(i) != findingGroup.page(i - 1);
            pages += another && findingGroup.isOnPage(i) && facts.isCounted(findingGroup.page(i)) ? 1 : 0;
        }
        return pages;
    }

    private int attempts(int target) {
        if (target < 0) {
            return 0;
        }
        Outcome outcome = facts.outcome(target);
        if (outcome != null) {
            return outcome.attempts();
        }
        // The directory was searched once.
        return facts.targets().kind(target) == TargetKind.ABSENT ? 1 : 0;
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
