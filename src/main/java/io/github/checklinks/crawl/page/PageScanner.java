// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.crawl.target.TargetResolver;
import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.reader.PageReader;
import io.github.checklinks.facts.AnchorIndex;
import io.github.checklinks.facts.DeferredAnchorLinks;
import io.github.checklinks.facts.FactsBuilder;
import io.github.checklinks.facts.Fragment;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.SoundLinks;
import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.facts.store.LongList;
import io.github.checklinks.url.QueryEncoding;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Scans pages one after the other and turns their links into numbers. Links whose verdict is certain at once are only
 * counted; the others are encoded for the spool. Owns its buffers, so each thread needs its own scanner.
 */
final class PageScanner implements LinkSink {

    private static final long[] NO_ANCHORS = {};

    private final TargetResolver targetResolver;
    private final PageReader reader;
    private final AnchorIndex anchorIndex;
    private final boolean keepAll;
    private final BaseResolver base;

    private boolean baseIsElsewhere;
    private int pageTarget;
    private boolean linksCount;
    private boolean canDefer;
    private boolean hasBase;
    private boolean mustReread;
    private boolean isBaseFixed;
    private final boolean hasExcludes;

    private int links;
    private final FirstRefresh refresh = new FirstRefresh();
    private boolean linksToItself;
    private boolean isSitemapIndex;
    private final IntList targets = new IntList();
    private final IntList opened = new IntList();
    private final IntList outerBases = new IntList();
    private final LongList anchors = new LongList();
    private final ReferenceScan reference = new ReferenceScan();
    private final QueryBytes query = new QueryBytes();
    private final PageLinkBuffer pageLinkBuffer;
    private final DeferredAnchorLinks.Writer deferred = new DeferredAnchorLinks.Writer();

    PageScanner(TargetResolver targetResolver, PageReader reader, FactsBuilder.Shared shared, boolean keepAll) {
        this.targetResolver = targetResolver;
        this.base = new BaseResolver(targetResolver);
        this.reader = reader;
        this.pageLinkBuffer = new PageLinkBuffer(shared.attributeNumbers());
        this.anchorIndex = shared.anchors();
        this.keepAll = keepAll;
        this.hasExcludes = targetResolver.hasExcludes();
    }

    /**
     * Reads a page.
     *
     * @param charset the charset of the response header; null if it has none
     * @param target the number of its URL
     * @param withLinks whether its links count, or only its anchors
     * @param canReadAgain whether it can be read again if it links to anchors that turn out to be missing, so that
     *     links to files that are not read yet are stored without their text and position
     */
    PageResult read(
            byte[] bytes,
            int length,
            DocumentType documentType,
            @Nullable String charset,
            int target,
            boolean withLinks,
            boolean canReadAgain) {
        pageTarget = target;
        linksCount = withLinks;
        canDefer = canReadAgain && !keepAll;
        isBaseFixed = false;
        reader.read(bytes, length, documentType, charset, this);
        if (mustReread) {
            isBaseFixed = true;
            reader.read(bytes, length, documentType, charset, this);
        }
        PageResult facts = facts();
        pageLinkBuffer.release();
        query.start();
        return facts;
    }

    @Override
    public void start(byte[] textOfPage, int length) {
        pageLinkBuffer.start(textOfPage, length);
        if (!isBaseFixed) {
            mustReread = false;
            hasBase = false;
            useBase(pageTarget);
        }
        base.startPage();
        query.start();
        outerBases.clear();
        opened.clear();
        links = 0;
        refresh.clear();
        linksToItself = false;
        isSitemapIndex = false;
        targets.clear();
        anchors.clear();
        deferred.clear();
    }

    @Override
    public void queries(QueryEncoding encoding) {
        query.use(encoding);
    }

    @Override
    public boolean hasQueryBeyondAscii() {
        return query.isBeyondAscii();
    }

    @Override
    public void nested(boolean isBegin) {
        query.setNested(isBegin);
    }

    @Override
    public void base(byte[] utf8, int from, int to) {
        if (hasBase) {
            return;
        }
        hasBase = true;
        int number = baseOf(pageTarget, utf8, from, to);
        if (number != pageTarget) {
            useBase(number);
            // The base applies to the links before it, too.
            mustReread = links > 0;
        }
    }

    @Override
    public void openBase(byte[] utf8, int from, int to) {
        outerBases.add(base.target());
        useBase(baseOf(base.target(), utf8, from, to));
    }

    @Override
    public void closeBase() {
        useBase(outerBases.removeLast());
    }

    /**
     * Returns the number of the base that a {@code base} reference establishes within an outer base; the outer one if
     * it is not a valid base (HTML §4.2.3).
     */
    private int baseOf(int outer, byte[] utf8, int from, int to) {
        String address = targetResolver.targets().url(outer);
        String href = query.ofBase(new String(utf8, from, to - from, StandardCharsets.UTF_8));
        if (!(WebUrl.ofSerialised(address).resolve(href) instanceof WebUrl wanted)
                || !targetResolver.canBeBase(wanted)) {
            return outer;
        }
        WebUrl without = wanted.withoutFragment();
        return without.href().equals(address) ? outer : targetResolver.number(without);
    }

    private void useBase(int target) {
        base.use(target);
        baseIsElsewhere = target != pageTarget;
    }

    @Override
    public void anchor(byte[] utf8, int from, int to) {
        anchors.add(AnchorHash.of(utf8, from, to));
    }

    @Override
    public void map(byte[] utf8, int from, int to) {
        anchors.add(AnchorHash.ofMap(utf8, from, to));
    }

    /**
     * Handles the usual link: an ordinary path, often met before in this directory, with or without a fragment, or an
     * anchor of the page itself. Everything unusual is left to {@link #handleOther}.
     *
     * <p>Written for HotSpot, as the hottest method per link. It is deliberately above the inlining limit of 325
     * bytecodes (FreqInlineSize): a smaller one would be compiled again as a part of each caller. The rare cases are in
     * methods of their own, so that the first of them does not deoptimise this one.
     */
    @Override
    @SuppressWarnings("ShortCircuitBoolean") // see the first use of |
    public void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset) {
        links++;
        if (!linksCount) {
            return;
        }
        int at = reference.endOfPath(utf8, from, to);
        // HotSpot prunes branches it has never seen taken; | instead of || avoids a deoptimisation when one of these
        // rare
        // cases first occurs.
        boolean isUsual = !(muted | hasExcludes | linkAttribute.linkKind().isSpecial()) && reference.isOrdinary();
        int entry = -1;
        if (isUsual && at > from) {
            // Written as a loop (at most two rounds) because back-edges make HotSpot compile a method earlier: its
            // compile queue is ordered by invocations and back-edges. Without a loop, this method waited half a
            // second there. The condition is small, as HotSpot compiles it twice.
            do {
                entry = base.cached(utf8, from, at, reference.hash());
                if (entry < 0) {
                    base.resolveAndCache(utf8, from, at, reference.hash());
                }
            } while (entry < 0);
        }
        boolean isOwnAnchor = at == from && at < to && isUsual && base.hasAnchors() && !baseIsElsewhere;
        if (entry < 0 && !isOwnAnchor || entry >= 0 && base.linkStateOf(entry) != LinkState.ORDINARY) {
            handleOther(linkAttribute, muted, utf8, from, to, offset);
            return;
        }
        int target = base.target();
        if (!isOwnAnchor) {
            target = base.targetOf(entry);
            int traits = base.traitsOf(entry);
            if ((traits & TargetResolver.MAY_BE_PICTURE) != 0 && linkAttribute.opens()) {
                opened.add(target);
            }
            boolean withFragment = at + 1 < to && (traits & TargetResolver.HAS_ANCHORS) != 0;
            long fragment = withFragment ? Fragment.hash(utf8, at + 1, to) : Fragment.TOP;
            boolean isSound = SoundLinks.isSoundOnSight(anchorIndex, target, traits, fragment);
            withFragment &= !isSound;
            if (base.isFirst(entry, withFragment)) {
                targets.add(PageResult.code(target, stateBits(withFragment, isSound)));
            }
            if (isSound && !keepAll) {
                return;
            }
            if (withFragment
                    && fragment != Fragment.UNSURE
                    && (traits & SoundLinks.EXISTS) != 0
                    && canDefer
                    && !Fragment.isRoute(utf8, at + 1, to)) {
                deferred.add(target, fragment);
                return;
            }
        }
        pageLinkBuffer.add(
                linkAttribute,
                LinkState.ORDINARY,
                target,
                offset,
                isOwnAnchor ? PageLinkBuffer.OWN_FRAGMENT : 0,
                utf8,
                from,
                to);
    }

    private void handleOther(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset) {
        int begin = from;
        while (begin < to && utf8[begin] <= ' ' && utf8[begin] >= 0) {
            begin++;
        }
        int hash = begin;
        while (hash < to && utf8[hash] != '#') {
            hash++;
        }
        if (linkAttribute.linkKind() == LinkKind.MAP) {
            pageLinkBuffer.add(
                    linkAttribute,
                    muted ? LinkState.IGNORED : LinkState.ORDINARY,
                    pageTarget,
                    offset,
                    0,
                    utf8,
                    from,
                    to);
            return;
        }
        if (begin == to && linkAttribute.loadsNothingWhenEmpty() || linkAttribute.linkKind() == LinkKind.NOTHING) {
            pageLinkBuffer.add(
                    linkAttribute, muted ? LinkState.IGNORED : LinkState.EMPTY, -1, offset, 0, utf8, from, to);
            return;
        }
        if (hash == begin && !muted && !hasExcludes) {
            handleOwnLink(linkAttribute, utf8, from, hash, to, offset);
            return;
        }
        int end = hash;
        while (end > begin && utf8[end - 1] <= ' ' && utf8[end - 1] >= 0 && hash == to) {
            end--;
        }
        query.read(linkAttribute, utf8, begin, end);
        int entry = base.entry(query.text(), query.from(), query.to());
        int target = base.targetOf(entry);
        LinkState linkState = base.linkStateOf(entry);
        if (hash < to && linkState == LinkState.ORDINARY && targetResolver.isPlaceholder(target, utf8, hash, to)) {
            linkState = LinkState.PLACEHOLDER;
        }
        if (hasExcludes && targetResolver.isExcluded(target, utf8, from, hash, to)) {
            linkState = LinkState.EXCLUDED;
        }
        linkState = muted ? LinkState.IGNORED : LinkState.of(linkAttribute.linkKind(), linkState);
        int traits = base.traitsOf(entry);
        boolean withFragment = hash + 1 < to && (traits & TargetResolver.HAS_ANCHORS) != 0;
        long fragment = withFragment ? Fragment.hash(utf8, hash + 1, to) : Fragment.TOP;
        boolean isSound =
                linkState == LinkState.ORDINARY && SoundLinks.isSoundOnSight(anchorIndex, target, traits, fragment);
        withFragment &= !isSound;
        if (linkState == LinkState.ORDINARY && base.isFirst(entry, withFragment)) {
            targets.add(PageResult.code(target, stateBits(withFragment, isSound)));
        }
        if (linkState == LinkState.ORDINARY && (traits & TargetResolver.MAY_BE_PICTURE) != 0 && linkAttribute.opens()) {
            opened.add(target);
        }
        refresh.accept(linkAttribute.linkKind(), target);
        isSitemapIndex |= linkAttribute.linkKind() == LinkKind.SITEMAP;
        if (!isSound || keepAll) {
            pageLinkBuffer.add(linkAttribute, linkState, target, offset, 0, utf8, from, to);
        }
    }

    private static int stateBits(boolean withFragment, boolean isSound) {
        return (withFragment ? PageResult.WITH_FRAGMENT : 0) | (isSound ? PageResult.SETTLED : 0);
    }

    /** Handles a link to the page itself, or to an anchor of its base. */
    private void handleOwnLink(LinkAttribute linkAttribute, byte[] utf8, int from, int hash, int to, int offset) {
        int baseTarget = base.target();
        if (targetResolver.isPlaceholder(baseTarget, utf8, hash, to)) {
            pageLinkBuffer.add(
                    linkAttribute,
                    LinkState.of(linkAttribute.linkKind(), LinkState.PLACEHOLDER),
                    baseTarget,
                    offset,
                    0,
                    utf8,
                    from,
                    to);
            return;
        }
        boolean withFragment = hash < to && base.hasAnchors();
        boolean isSound = !withFragment
                && !baseIsElsewhere
                && SoundLinks.isSoundOnItsPage(base.traits(), Fragment.TOP, NO_ANCHORS);
        if ((!withFragment || baseIsElsewhere)
                && LinkState.of(linkAttribute.linkKind(), LinkState.ORDINARY) == LinkState.ORDINARY) {
            targets.add(PageResult.code(baseTarget, stateBits(withFragment, isSound)));
            linksToItself |= isSound;
        }
        boolean isUsual = linkAttribute.linkKind() == LinkKind.LINK && !baseIsElsewhere;
        if (!isUsual || !isSound || keepAll) {
            int flags = isUsual && withFragment ? PageLinkBuffer.OWN_FRAGMENT : 0;
            pageLinkBuffer.add(
                    linkAttribute,
                    LinkState.of(linkAttribute.linkKind(), LinkState.ORDINARY),
                    baseTarget,
                    offset,
                    flags,
                    utf8,
                    from,
                    to);
        }
    }

    private PageResult facts() {
        long[] sorted = anchors.sorted();
        pageLinkBuffer.settle(targetResolver.traits(pageTarget), sorted);
        byte[] records = pageLinkBuffer.toBytes(keepAll);
        if (pageLinkBuffer.anySettled()) {
            targets.add(PageResult.code(pageTarget, PageResult.SETTLED));
            linksToItself = true;
        }
        return new PageResult(
                linksCount ? links : 0,
                targets.toArray(),
                opened.toArray(),
                sorted,
                records,
                deferred.toBytes(),
                refresh.target(),
                linksToItself,
                isSitemapIndex);
    }
}
