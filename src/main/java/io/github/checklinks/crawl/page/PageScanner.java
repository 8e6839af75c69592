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
import io.github.checklinks.facts.FragmentBytes;
import io.github.checklinks.facts.LinkAttributeNumbers;
import io.github.checklinks.facts.PageResult;
import io.github.checklinks.facts.PreVerdict;
import io.github.checklinks.facts.store.AnchorHash;
import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.facts.store.LongList;
import io.github.checklinks.url.QueryEncoding;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages one after the other and turns their links into numbers. Links whose verdict is certain on sight are only counted;
 * the rest are kept for the spool. Has buffers of its own: one for each thread.
 */
final class PageScanner implements LinkSink {

    private final TargetResolver targetResolver;
    private final PageReader reader;
    private final AnchorIndex known;
    private final boolean keepAll;
    private final boolean keepSkipped;
    private final BaseResolver base;

    private boolean baseIsElsewhere;
    private int pageTarget;
    private boolean linksCount;
    private boolean mayWait;
    private boolean baseKnown;
    private boolean readAgain;
    private boolean keepsBase;
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
    private final DeferredAnchorLinks.Writer pending = new DeferredAnchorLinks.Writer();

    PageScanner(
            TargetResolver targetResolver,
            PageReader reader,
            LinkAttributeNumbers places,
            AnchorIndex known,
            boolean keepAll,
            boolean keepSkipped) {
        this.targetResolver = targetResolver;
        this.base = new BaseResolver(targetResolver);
        this.reader = reader;
        this.pageLinkBuffer = new PageLinkBuffer(places);
        this.known = known;
        this.keepAll = keepAll;
        this.keepSkipped = keepSkipped;
        this.hasExcludes = targetResolver.hasExcludes();
    }

    /**
     * Reads a page.
     *
     * @param target the number of its address
     * @param withLinks whether its links count, or only its anchors
     * @param canReadAgain whether it can be read again when it names anchors that are not there, so that nothing more is kept of such links now
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
        mayWait = canReadAgain && !keepAll;
        keepsBase = false;
        reader.read(bytes, length, documentType, charset, this);
        if (readAgain) {
            keepsBase = true;
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
        if (!keepsBase) {
            readAgain = false;
            baseKnown = false;
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
        pending.clear();
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
    public void nested(boolean begins) {
        query.setNested(begins);
    }

    @Override
    public void base(byte[] utf8, int from, int to) {
        if (baseKnown) {
            return;
        }
        baseKnown = true;
        int number = baseOf(pageTarget, utf8, from, to);
        if (number != pageTarget) {
            useBase(number);
            // It governs the links before it, too.
            readAgain = links > 0;
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

    /** The number of the base that a reference makes where another holds; the other's own when it cannot be one (HTML §4.2.3). */
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
     * Counts and remembers the usual link: an ordinary path that was met before in this directory, with or without a fragment, or an
     * anchor of the page itself. Whatever is special in any way is left to {@link #other}.
     */
    @Override
    @SuppressWarnings(
            "ShortCircuitBoolean") // The compiler leaves out a way that was never gone, and each of these is rare.
    public void link(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset) {
        links++;
        if (!linksCount) {
            return;
        }
        int at = reference.endOfPath(utf8, from, to);
        boolean usual = !(muted | hasExcludes | linkAttribute.linkKind().isSpecial()) && reference.isOrdinary();
        int entry = -1;
        if (usual && at > from) {
            // A loop, as methods that have one are compiled before those that have none. Its condition is small, as it
            // is compiled twice.
            do {
                entry = base.known(utf8, from, at, reference.hash());
                if (entry < 0) {
                    base.resolveAndCache(utf8, from, at, reference.hash());
                }
            } while (entry < 0);
        }
        boolean own = at == from && at < to && usual && base.hasAnchors() && !baseIsElsewhere;
        if (entry < 0 && !own || entry >= 0 && base.earlyOf(entry) != PreVerdict.NOTHING) {
            other(linkAttribute, muted, utf8, from, to, offset);
            return;
        }
        int target = base.target();
        if (!own) {
            target = base.targetOf(entry);
            int traits = base.traitsOf(entry);
            if ((traits & TargetResolver.MAY_BE_PICTURE) != 0 && linkAttribute.opens()) {
                opened.add(target);
            }
            boolean withFragment = at + 1 < to && (traits & TargetResolver.HAS_ANCHORS) != 0;
            long anchor = withFragment ? FragmentBytes.hash(utf8, at + 1, to) : FragmentBytes.UNSURE;
            boolean settled = withFragment
                    ? known.has(target, anchor)
                    : (traits & TargetResolver.FOUND) != 0
                            || (traits & TargetResolver.LEFT) != 0 && !keepSkipped
                            || known.has(target);
            withFragment &= !settled;
            if (base.isFirst(entry, withFragment)) {
                targets.add(PageResult.code(target, bits(withFragment, settled)));
            }
            if (settled && !keepAll) {
                return;
            }
            if (anchor != FragmentBytes.UNSURE
                    && (traits & TargetResolver.FOUND) != 0
                    && mayWait
                    && !FragmentBytes.isRoute(utf8, at + 1, to)) {
                pending.add(target, anchor);
                return;
            }
        }
        pageLinkBuffer.add(
                linkAttribute,
                PreVerdict.NOTHING,
                target,
                offset,
                own ? PageLinkBuffer.OWN_FRAGMENT : 0,
                utf8,
                from,
                to);
    }

    private void other(LinkAttribute linkAttribute, boolean muted, byte[] utf8, int from, int to, int offset) {
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
                    muted ? PreVerdict.MUTED : PreVerdict.NOTHING,
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
                    linkAttribute, muted ? PreVerdict.MUTED : PreVerdict.EMPTY, -1, offset, 0, utf8, from, to);
            return;
        }
        if (hash == begin && !muted && !hasExcludes) {
            ownLink(linkAttribute, utf8, from, hash, to, offset);
            return;
        }
        int end = hash;
        while (end > begin && utf8[end - 1] <= ' ' && utf8[end - 1] >= 0 && hash == to) {
            end--;
        }
        query.read(linkAttribute, utf8, begin, end);
        int entry = base.entry(query.text(), query.from(), query.to());
        int target = base.targetOf(entry);
        PreVerdict preVerdict = base.earlyOf(entry);
        if (hash < to && preVerdict == PreVerdict.NOTHING && targetResolver.isPlaceholder(target, utf8, hash, to)) {
            preVerdict = PreVerdict.PLACEHOLDER;
        }
        if (hasExcludes && targetResolver.isExcluded(target, utf8, from, hash, to)) {
            preVerdict = PreVerdict.EXCLUDED;
        }
        preVerdict = muted ? PreVerdict.MUTED : PreVerdict.of(linkAttribute.linkKind(), preVerdict);
        int traits = base.traitsOf(entry);
        boolean judged = hash < to && (traits & TargetResolver.HAS_ANCHORS) != 0;
        boolean settled = preVerdict == PreVerdict.NOTHING
                && ((traits & TargetResolver.FOUND) != 0 && !judged
                        || (traits & TargetResolver.LEFT) != 0 && !keepSkipped);
        if (preVerdict == PreVerdict.NOTHING && base.isFirst(entry, judged)) {
            targets.add(PageResult.code(target, bits(judged, settled)));
        }
        if (preVerdict == PreVerdict.NOTHING
                && (traits & TargetResolver.MAY_BE_PICTURE) != 0
                && linkAttribute.opens()) {
            opened.add(target);
        }
        refresh.hear(linkAttribute.linkKind(), target);
        isSitemapIndex |= linkAttribute.linkKind() == LinkKind.SITEMAP;
        if (!settled || keepAll) {
            pageLinkBuffer.add(linkAttribute, preVerdict, target, offset, 0, utf8, from, to);
        }
    }

    private static int bits(boolean withFragment, boolean settled) {
        return (withFragment ? PageResult.WITH_FRAGMENT : 0) | (settled ? PageResult.SETTLED : 0);
    }

    /** A link to the page itself, or to an anchor of its base. */
    private void ownLink(LinkAttribute linkAttribute, byte[] utf8, int from, int hash, int to, int offset) {
        int baseTarget = base.target();
        if (targetResolver.isPlaceholder(baseTarget, utf8, hash, to)) {
            pageLinkBuffer.add(
                    linkAttribute,
                    PreVerdict.of(linkAttribute.linkKind(), PreVerdict.PLACEHOLDER),
                    baseTarget,
                    offset,
                    0,
                    utf8,
                    from,
                    to);
            return;
        }
        boolean withFragment = hash < to && base.hasAnchors();
        if ((!withFragment || baseIsElsewhere)
                && PreVerdict.of(linkAttribute.linkKind(), PreVerdict.NOTHING) == PreVerdict.NOTHING) {
            targets.add(PageResult.code(baseTarget, bits(withFragment, !withFragment)));
            linksToItself |= !baseIsElsewhere;
        }
        boolean usual = linkAttribute.linkKind() == LinkKind.LINK && !baseIsElsewhere;
        if (!usual || withFragment || keepAll) {
            int flags = usual && withFragment ? PageLinkBuffer.OWN_FRAGMENT : 0;
            pageLinkBuffer.add(
                    linkAttribute,
                    PreVerdict.of(linkAttribute.linkKind(), PreVerdict.NOTHING),
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
        pageLinkBuffer.settle(sorted);
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
                pending.toBytes(),
                refresh.target(),
                linksToItself,
                isSitemapIndex);
    }
}
