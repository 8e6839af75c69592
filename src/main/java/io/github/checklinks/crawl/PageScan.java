// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.extract.Language;
import io.github.checklinks.extract.Lines;
import io.github.checklinks.extract.LinkSink;
import io.github.checklinks.extract.PageReader;
import io.github.checklinks.extract.Place;
import io.github.checklinks.extract.Use;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages one after the other and turns their links into numbers. Links whose verdict is certain on sight are only counted;
 * the rest are kept for the spool. Has buffers of its own: one for each thread.
 */
final class PageScan implements LinkSink {

    private static final int OWN_FRAGMENT = 1;
    private static final int NO_REFRESH = -1;
    private static final int LATER = -2;

    /** A byte that has to be encoded or left out. */
    private static final byte UNUSUAL = 1;

    private static final byte BRACE = 2;

    /** What bytes are in a reference, if not ordinary. */
    private static final byte[] SPECIAL = special();

    private final Resolving resolving;
    private final PageReader reader;
    private final PlaceNumbers places;
    private final KnownAnchors known;
    private final boolean keepAll;
    private final boolean keepSkipped;
    private final Lines lines = new Lines();
    private final LinkCode.Writer writer = new LinkCode.Writer();
    private final PageBase base;

    private boolean baseIsElsewhere;
    private int pageTarget;
    private boolean linksCount;
    private boolean mayWait;
    private boolean baseKnown;
    private boolean readAgain;
    private final boolean hasExcludes;
    private @Nullable Place lastPlace;
    private int lastPlaceNumber;
    private int hashOfPath;
    private int classesOfReference;

    private int links;
    private int refreshesTo;
    private boolean linksToItself;
    private boolean isSitemapIndex;
    private final IntList targets = new IntList();
    private final LongList anchors = new LongList();
    private final Kept kept = new Kept();
    private final PendingAnchors.Writer pending = new PendingAnchors.Writer();

    PageScan(
            Resolving resolving,
            PageReader reader,
            PlaceNumbers places,
            KnownAnchors known,
            boolean keepAll,
            boolean keepSkipped) {
        this.resolving = resolving;
        this.base = new PageBase(resolving);
        this.reader = reader;
        this.places = places;
        this.known = known;
        this.keepAll = keepAll;
        this.keepSkipped = keepSkipped;
        this.hasExcludes = resolving.hasExcludes();
    }

    /**
     * Reads a page.
     *
     * @param target the number of its address
     * @param withLinks whether its links count, or only its anchors
     * @param canReadAgain whether it can be read again when it names anchors that are not there, so that nothing more is kept of such links now
     */
    PageFacts read(
            byte[] bytes,
            int length,
            Language language,
            @Nullable String charset,
            int target,
            boolean withLinks,
            boolean canReadAgain) {
        pageTarget = target;
        linksCount = withLinks;
        mayWait = canReadAgain && !keepAll;
        baseKnown = false;
        useBase(target);
        do {
            readAgain = false;
            reader.read(bytes, length, language, charset, this);
        } while (readAgain);
        PageFacts facts = facts();
        lines.release();
        return facts;
    }

    @Override
    public void start(byte[] textOfPage, int length) {
        lines.start(textOfPage, length);
        base.startPage();
        links = 0;
        refreshesTo = NO_REFRESH;
        linksToItself = false;
        isSitemapIndex = false;
        targets.clear();
        anchors.clear();
        kept.clear();
        pending.clear();
    }

    @Override
    public void base(byte[] utf8, int from, int to) {
        if (baseKnown) {
            return;
        }
        baseKnown = true;
        String address = resolving.targets().url(pageTarget);
        String href = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        // A base that cannot be a base is as good as none (HTML §4.2.3).
        if (Ground.parse(address).resolve(href) instanceof WebUrl wanted && wanted.isHttp()) {
            WebUrl without = wanted.withoutFragment();
            if (!without.href().equals(address)) {
                useBase(resolving.number(without));
                // It governs the links before it, too.
                readAgain = links > 0;
            }
        }
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
    public void link(Place place, boolean muted, byte[] utf8, int from, int to, int offset) {
        links++;
        if (!linksCount) {
            return;
        }
        int at = endOfPath(utf8, from, to);
        boolean usual = !(muted | hasExcludes | place.use().isSpecial()) && classesOfReference == 0;
        int entry = usual && at > from ? base.entry(utf8, from, at, hashOfPath) : -1;
        boolean own = at == from && at < to && usual && base.hasAnchors() && !baseIsElsewhere;
        if (entry < 0 && !own || entry >= 0 && base.earlyOf(entry) != Early.NOTHING) {
            other(place, muted, utf8, from, to, offset);
            return;
        }
        int target = base.target();
        if (!own) {
            target = base.targetOf(entry);
            int traits = base.traitsOf(entry);
            boolean withFragment = at + 1 < to && (traits & Resolving.HAS_ANCHORS) != 0;
            long anchor = withFragment ? WrittenFragment.hash(utf8, at + 1, to) : WrittenFragment.UNSURE;
            boolean settled = withFragment
                    ? known.has(target, anchor)
                    : (traits & Resolving.FOUND) != 0
                            || (traits & Resolving.LEFT) != 0 && !keepSkipped
                            || known.has(target);
            withFragment &= !settled;
            if (base.isFirst(entry, withFragment)) {
                targets.add(PageFacts.code(target, bits(withFragment, settled)));
            }
            if (settled && !keepAll) {
                return;
            }
            if (anchor != WrittenFragment.UNSURE
                    && (traits & Resolving.FOUND) != 0
                    && mayWait
                    && WrittenFragment.isName(utf8, at + 1, to)) {
                pending.add(target, anchor);
                return;
            }
        }
        kept.add(placeNumber(place), Early.NOTHING.ordinal(), target, offset, own ? OWN_FRAGMENT : 0, utf8, from, to);
    }

    /** Where the fragment of a reference begins, or the reference ends; notes the hash of what is before, and whether all is ordinary. */
    private int endOfPath(byte[] utf8, int from, int to) {
        int classes = 0;
        int hash = 0;
        int i = from;
        while (i < to && utf8[i] != '#') {
            byte c = utf8[i++];
            classes |= SPECIAL[c & 0xFF];
            hash = NameStore.hash(hash, c);
        }
        hashOfPath = hash;
        classesOfReference = classes | bracesIn(utf8, i, to);
        return i;
    }

    /** Whether a fragment holds a brace, as a placeholder does: 0 when it does not. */
    private static int bracesIn(byte[] utf8, int from, int to) {
        int classes = 0;
        for (int i = from; i < to; i++) {
            classes |= SPECIAL[utf8[i] & 0xFF];
        }
        return classes & BRACE;
    }

    private static byte[] special() {
        byte[] special = new byte[256];
        Arrays.fill(special, 0, ' ' + 1, UNUSUAL);
        Arrays.fill(special, 128, 256, UNUSUAL);
        special['{'] = BRACE;
        return special;
    }

    /** Most links of a page stand in one place. */
    @SuppressWarnings("ReferenceEquality") // Of an equal place the number is looked up once more.
    private int placeNumber(Place place) {
        if (place != lastPlace) {
            lastPlaceNumber = places.number(place);
            lastPlace = place;
        }
        return lastPlaceNumber;
    }

    private void other(Place place, boolean muted, byte[] utf8, int from, int to, int offset) {
        int begin = from;
        while (begin < to && utf8[begin] <= ' ' && utf8[begin] >= 0) {
            begin++;
        }
        int hash = begin;
        while (hash < to && utf8[hash] != '#') {
            hash++;
        }
        if (place.use() == Use.MAP) {
            keep(place, muted ? Early.MUTED : Early.NOTHING, pageTarget, utf8, from, to, offset, 0);
            return;
        }
        if (begin == to && place.loadsNothingWhenEmpty()) {
            keep(place, muted ? Early.MUTED : Early.EMPTY, -1, utf8, from, to, offset, 0);
            return;
        }
        if (hash == begin && !muted && !hasExcludes) {
            ownLink(place, utf8, from, hash, to, offset);
            return;
        }
        int end = hash;
        while (end > begin && utf8[end - 1] <= ' ' && utf8[end - 1] >= 0 && hash == to) {
            end--;
        }
        int entry = base.entry(utf8, begin, end, NameStore.hash(utf8, begin, end));
        int target = base.targetOf(entry);
        Early early = base.earlyOf(entry);
        if (hash < to && early == Early.NOTHING && resolving.isPlaceholder(target, utf8, hash, to)) {
            early = Early.PLACEHOLDER;
        }
        if (hasExcludes && resolving.isExcluded(target, utf8, from, hash, to)) {
            early = Early.EXCLUDED;
        }
        early = muted ? Early.MUTED : Early.of(place.use(), early);
        int traits = base.traitsOf(entry);
        boolean judged = hash < to && (traits & Resolving.HAS_ANCHORS) != 0;
        boolean settled = early == Early.NOTHING
                && ((traits & Resolving.FOUND) != 0 && !judged || (traits & Resolving.LEFT) != 0 && !keepSkipped);
        if (early == Early.NOTHING && base.isFirst(entry, judged)) {
            targets.add(PageFacts.code(target, bits(judged, settled)));
        }
        if (place.use() == Use.REFRESH_AT_ONCE && refreshesTo == NO_REFRESH) {
            refreshesTo = target;
        } else if (place.use() == Use.REFRESH && refreshesTo == NO_REFRESH) {
            // Only the first refresh of a page counts (HTML §4.2.5.3).
            refreshesTo = LATER;
        }
        isSitemapIndex |= place.use() == Use.SITEMAP;
        if (!settled || keepAll) {
            keep(place, early, target, utf8, from, to, offset, 0);
        }
    }

    private static int bits(boolean withFragment, boolean settled) {
        return (withFragment ? PageFacts.WITH_FRAGMENT : 0) | (settled ? PageFacts.SETTLED : 0);
    }

    /** A link to the page itself, or to an anchor of its base. */
    private void ownLink(Place place, byte[] utf8, int from, int hash, int to, int offset) {
        int baseTarget = base.target();
        if (resolving.isPlaceholder(baseTarget, utf8, hash, to)) {
            keep(place, Early.of(place.use(), Early.PLACEHOLDER), baseTarget, utf8, from, to, offset, 0);
            return;
        }
        boolean withFragment = hash < to && base.hasAnchors();
        if ((!withFragment || baseIsElsewhere) && Early.of(place.use(), Early.NOTHING) == Early.NOTHING) {
            targets.add(PageFacts.code(baseTarget, bits(withFragment, !withFragment)));
            linksToItself |= !baseIsElsewhere;
        }
        boolean usual = place.use() == Use.LINK && !baseIsElsewhere;
        if (!usual || withFragment || keepAll) {
            int flags = usual && withFragment ? OWN_FRAGMENT : 0;
            keep(place, Early.of(place.use(), Early.NOTHING), baseTarget, utf8, from, to, offset, flags);
        }
    }

    private void keep(Place place, Early early, int target, byte[] utf8, int from, int to, int offset, int flags) {
        kept.add(placeNumber(place), early.ordinal(), target, offset, flags, utf8, from, to);
    }

    /** Writes a link that was kept, unless it leads to an anchor of the page itself that is there. */
    private void write(int i, long[] sorted) {
        if (kept.flags(i) == OWN_FRAGMENT && kept.fragmentIsIn(i, sorted)) {
            targets.add(PageFacts.code(pageTarget, PageFacts.SETTLED));
            linksToItself = true;
            if (!keepAll) {
                return;
            }
        }
        lines.moveTo(kept.offset(i));
        kept.write(i, writer, lines);
    }

    private PageFacts facts() {
        long[] sorted = anchors.sorted();
        writer.clear();
        for (int i = 0; i < kept.size(); i++) {
            write(i, sorted);
        }
        return new PageFacts(
                linksCount ? links : 0,
                targets.toArray(),
                sorted,
                writer.toBytes(),
                pending.toBytes(),
                Math.max(refreshesTo, NO_REFRESH),
                linksToItself,
                isSitemapIndex);
    }
}
