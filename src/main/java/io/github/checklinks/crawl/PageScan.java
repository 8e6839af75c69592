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
import java.util.IdentityHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages one after the other and turns their links into numbers. Links whose verdict is certain on sight are only counted;
 * the rest are kept for the spool. Has buffers of its own: one for each thread.
 */
final class PageScan implements LinkSink {

    private static final int OWN_FRAGMENT = 1;
    private static final int NO_REFRESH = -1;
    private static final int LATER = -2;
    private static final byte[] NOTHING = {};

    private final Resolving resolving;
    private final PageReader reader;
    private final PlaceNumbers places;
    private final boolean keepAll;
    private final boolean keepSkipped;
    private final IdentityHashMap<Place, Integer> placeNumbers = new IdentityHashMap<>();
    private final Lines lines = new Lines();
    private final LinkCode.Writer writer = new LinkCode.Writer();
    private final PageBase base;

    private @Nullable WebUrl page;
    private boolean baseIsElsewhere;
    private int pageTarget;
    private boolean linksCount;
    private boolean baseKnown;
    private boolean readAgain;

    private final FileBuffer file = new FileBuffer();
    private byte[] text = NOTHING;
    private int textLength;
    private int links;
    private int refreshesTo;
    private boolean linksToItself;
    private boolean isSitemapIndex;
    private final IntList targets = new IntList();
    private final LongList anchors = new LongList();
    private final Kept kept = new Kept();

    PageScan(Resolving resolving, PageReader reader, PlaceNumbers places, boolean keepAll, boolean keepSkipped) {
        this.resolving = resolving;
        this.base = new PageBase(resolving);
        this.reader = reader;
        this.places = places;
        this.keepAll = keepAll;
        this.keepSkipped = keepSkipped;
    }

    /** A buffer for the bytes of files. */
    FileBuffer file() {
        return file;
    }

    /**
     * Reads a page.
     *
     * @param url its address without fragment
     * @param target the number of that address
     * @param withLinks whether its links count, or only its anchors
     */
    PageFacts read(
            byte[] bytes,
            int length,
            Language language,
            @Nullable String charset,
            WebUrl url,
            int target,
            boolean withLinks) {
        page = url;
        pageTarget = target;
        linksCount = withLinks;
        baseKnown = false;
        useBase(url, target);
        do {
            readAgain = false;
            reader.read(bytes, length, language, charset, this);
        } while (readAgain);
        PageFacts facts = facts();
        text = NOTHING;
        return facts;
    }

    @Override
    public void start(byte[] textOfPage, int length) {
        text = textOfPage;
        textLength = length;
        base.startPage();
        links = 0;
        refreshesTo = NO_REFRESH;
        linksToItself = false;
        isSitemapIndex = false;
        targets.clear();
        anchors.clear();
        kept.clear();
    }

    @Override
    public void base(byte[] utf8, int from, int to) {
        if (baseKnown) {
            return;
        }
        baseKnown = true;
        WebUrl own = Objects.requireNonNull(page);
        String href = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        // A base that cannot be a base is as good as none (HTML §4.2.3).
        if (own.resolve(href) instanceof WebUrl wanted && wanted.isHttp()) {
            WebUrl without = wanted.withoutFragment();
            if (!without.equals(own)) {
                useBase(without, resolving.number(without));
                // It governs the links before it, too.
                readAgain = links > 0;
            }
        }
    }

    private void useBase(WebUrl url, int target) {
        base.use(url, target);
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

    @Override
    public void link(Place place, boolean muted, byte[] utf8, int from, int to, int offset) {
        links++;
        if (!linksCount) {
            return;
        }
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
        } else if (begin == to && loadsNothingWhenEmpty(place)) {
            keep(place, muted ? Early.MUTED : Early.EMPTY, -1, utf8, from, to, offset, 0);
        } else if (hash == begin && !muted && !resolving.hasExcludes()) {
            ownLink(place, utf8, from, hash, to, offset);
        } else {
            otherLink(place, muted, utf8, from, begin, hash, to, offset);
        }
    }

    /** A link to the page itself, or to an anchor of its base. */
    private void ownLink(Place place, byte[] utf8, int from, int hash, int to, int offset) {
        int baseTarget = base.target();
        if (resolving.isPlaceholder(baseTarget, utf8, hash, to)) {
            keep(place, early(place, Early.PLACEHOLDER), baseTarget, utf8, from, to, offset, 0);
            return;
        }
        boolean withFragment = hash < to && base.hasAnchors();
        if ((!withFragment || baseIsElsewhere) && early(place, Early.NOTHING) == Early.NOTHING) {
            targets.add(baseTarget << 1 | (withFragment ? 1 : 0));
            linksToItself |= !baseIsElsewhere;
        }
        if (place.use() != Use.LINK) {
            keep(place, early(place, Early.NOTHING), baseTarget, utf8, from, to, offset, 0);
        } else if (baseIsElsewhere) {
            keep(place, Early.NOTHING, baseTarget, utf8, from, to, offset, 0);
        } else if (withFragment) {
            keep(place, Early.NOTHING, baseTarget, utf8, from, to, offset, OWN_FRAGMENT);
        } else if (keepAll) {
            keep(place, Early.NOTHING, baseTarget, utf8, from, to, offset, 0);
        }
    }

    private void otherLink(Place place, boolean muted, byte[] utf8, int from, int begin, int hash, int to, int offset) {
        int end = hash;
        while (end > begin && utf8[end - 1] <= ' ' && utf8[end - 1] >= 0 && hash == to) {
            end--;
        }
        int entry = base.entry(utf8, begin, end);
        int target = base.targetOf(entry);
        Early early = base.earlyOf(entry);
        boolean written = hash < to;
        if (written && early == Early.NOTHING && resolving.isPlaceholder(target, utf8, hash, to)) {
            early = Early.PLACEHOLDER;
        }
        if (resolving.hasExcludes() && resolving.isExcluded(target, utf8, from, hash, to)) {
            early = Early.EXCLUDED;
        }
        early = muted ? Early.MUTED : early(place, early);
        int traits = base.traitsOf(entry);
        boolean judged = written && (traits & Resolving.HAS_ANCHORS) != 0;
        if (early == Early.NOTHING && base.isFirst(entry, judged)) {
            targets.add(target << 1 | (judged ? 1 : 0));
        }
        if (place.use() == Use.REFRESH_AT_ONCE && refreshesTo == NO_REFRESH) {
            refreshesTo = target;
        } else if (place.use() == Use.REFRESH && refreshesTo == NO_REFRESH) {
            // Only the first refresh of a page counts (HTML §4.2.5.3).
            refreshesTo = LATER;
        }
        isSitemapIndex |= place.use() == Use.SITEMAP;
        boolean settled = early == Early.NOTHING
                && ((traits & Resolving.FOUND) != 0 && !judged || (traits & Resolving.LEFT) != 0 && !keepSkipped);
        if (!settled || keepAll) {
            keep(place, early, target, utf8, from, to, offset, 0);
        }
    }

    private static Early early(Place place, Early otherwise) {
        if (otherwise == Early.EXCLUDED) {
            return otherwise;
        }
        return switch (place.use()) {
            case HINT -> Early.HINT;
            case POST -> Early.POST;
            default -> otherwise;
        };
    }

    private static boolean loadsNothingWhenEmpty(Place place) {
        String attribute = place.attribute();
        return attribute != null
                && switch (attribute) {
                    case "src", "srcset", "imagesrcset", "data", "poster" -> true;
                    default -> false;
                };
    }

    private void keep(Place place, Early early, int target, byte[] utf8, int from, int to, int offset, int flags) {
        kept.add(placeNumber(place), early.ordinal(), target, offset, flags, utf8, from, to);
    }

    private int placeNumber(Place place) {
        Integer known = placeNumbers.get(place);
        if (known == null) {
            known = places.number(place);
            if (placeNumbers.size() < 1024) {
                placeNumbers.put(place, known);
            }
        }
        return known;
    }

    private PageFacts facts() {
        long[] sorted = anchors.toArray();
        Arrays.sort(sorted);
        writer.clear();
        lines.start(text, textLength);
        for (int i = 0; i < kept.size(); i++) {
            if (kept.flags(i) == OWN_FRAGMENT && kept.fragmentIsIn(i, sorted)) {
                targets.add(pageTarget << 1);
                linksToItself = true;
                if (!keepAll) {
                    continue;
                }
            }
            lines.moveTo(kept.offset(i));
            kept.write(i, writer, lines);
        }
        return new PageFacts(
                linksCount ? links : 0,
                targets.distinct(),
                sorted,
                writer.toBytes(),
                Math.max(refreshesTo, NO_REFRESH),
                linksToItself,
                isSitemapIndex);
    }
}
