// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.crawl.target.Placeholders;
import io.github.checklinks.crawl.target.RootEscape;
import io.github.checklinks.crawl.target.SchemeTypo;
import io.github.checklinks.crawl.target.TargetResolver;
import io.github.checklinks.facts.PreVerdict;
import io.github.checklinks.facts.store.NameHash;
import io.github.checklinks.url.Resolution;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the references of one page after the other are resolved against, with what is known of references in its directory. */
public final class BaseResolver {

    private final TargetResolver targetResolver;
    private final ReferenceCache referenceCache = new ReferenceCache();
    private final FastPathResolver plain;
    private int directory = -1;
    private int page;

    private @Nullable WebUrl url;
    private int target;
    private boolean hasAnchors;

    public BaseResolver(TargetResolver targetResolver) {
        this.targetResolver = targetResolver;
        this.plain = new FastPathResolver(targetResolver.targets());
    }

    /** Begins a page, or the same page anew. */
    public void startPage() {
        page++;
    }

    /** Resolves against another address from now on, given by its number. */
    public void use(int numberOfBase) {
        url = null;
        target = numberOfBase;
        hasAnchors = (targetResolver.traits(numberOfBase) & TargetResolver.HAS_ANCHORS) != 0;
        int directoryOfBase = targetResolver.targets().directory(numberOfBase);
        if (directoryOfBase != directory) {
            directory = directoryOfBase;
            plain.use(targetResolver.targets().addressOfDirectory(directory));
            referenceCache.clear();
        }
    }

    /** The number of its own address. */
    int target() {
        return target;
    }

    /** Whether fragments of its own address are judged. */
    boolean hasAnchors() {
        return hasAnchors;
    }

    /**
     * What a reference without fragment leads to, as a number that is good until the next call. White space before it is left out, and
     * behind it, too, unless a fragment follows there.
     */
    public int entry(byte[] utf8, int from, int to) {
        int hash = NameHash.of(utf8, from, to);
        int known = known(utf8, from, to, hash);
        return known >= 0 ? known : resolveAndCache(utf8, from, to, hash);
    }

    /** The same for a reference that was met before; -1 when it is new. */
    int known(byte[] utf8, int from, int to, int hash) {
        int known = referenceCache.find(utf8, from, to, hash);
        return known >= 0 && referenceCache.holdsOn(page, known) ? known : -1;
    }

    /** The same for a reference that is new. */
    int resolveAndCache(byte[] utf8, int from, int to, int hash) {
        int met = plain.find(utf8, from, to);
        int traits = met < 0 ? 0 : targetResolver.targets().traits(met);
        return traits != 0
                ? referenceCache.add(utf8, from, to, hash, met, PreVerdict.NOTHING, traits)
                : parse(utf8, from, to, hash);
    }

    /**
     * Resolves what no shorter way could. One large method on purpose: a compiler would copy a smaller one into {@link PageScanner#link}, and
     * throw all of that away when something rare is met here.
     */
    private int parse(byte[] utf8, int from, int to, int hash) {
        int found = plain.findAbsolute(utf8, from, to);
        if (found >= 0) {
            return referenceCache.add(utf8, from, to, hash, found, PreVerdict.NOTHING, targetResolver.traits(found));
        }
        WebUrl own = url;
        if (own == null) {
            own = WebUrl.ofSerialised(targetResolver.targets().url(target));
            url = own;
        }
        String reference = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        Resolution resolution = own.resolve(withEndOf(reference));
        int traits = 0;
        PreVerdict preVerdict = PreVerdict.MALFORMED;
        boolean web = true;
        if (resolution instanceof WebUrl whole) {
            WebUrl there = whole.withoutFragment();
            web = there.isHttp();
            found = targetResolver.number(there);
            traits = targetResolver.traits(found);
            preVerdict = !web && SchemeTypo.isTypo(there) ? PreVerdict.MALFORMED : PreVerdict.NOTHING;
        }
        if (web && Placeholders.isIn(reference)) {
            preVerdict = PreVerdict.PLACEHOLDER;
        } else if (preVerdict == PreVerdict.NOTHING
                && web
                && targetResolver.rootIsUnknown()
                && RootEscape.isAboveRoot(own, reference)) {
            preVerdict = PreVerdict.OUTSIDE;
        }
        int known = referenceCache.find(utf8, from, to, hash);
        int entry = known >= 0 ? known : referenceCache.add(utf8, from, to, hash, found, preVerdict, traits);
        if (from == to || utf8[from] == '?' || isSchemeBeforeQuery(utf8, from, to)) {
            referenceCache.restrictToPage(entry, page, found, preVerdict, traits);
        }
        return entry;
    }

    /**
     * A reference without its fragment, with a {@code #} behind it when it ends in a space or a control. That was not the end of the
     * text, which is stripped of these (WHATWG URL §4.4, basic URL parser, step 1), so it is part of the address.
     */
    private static String withEndOf(String reference) {
        int end = reference.length();
        return end > 0 && reference.charAt(end - 1) <= ' ' ? reference + '#' : reference;
    }

    /**
     * Whether a reference is a scheme before a query or before nothing: "https:?q" is "?q" on a page under https: (WHATWG URL, relative
     * state). As a query alone and an empty reference it leads to the base's own file, not only its directory, and so to another address
     * on each page.
     */
    private static boolean isSchemeBeforeQuery(byte[] utf8, int from, int to) {
        int colon = from;
        while (colon < to && utf8[colon] != ':') {
            colon++;
        }
        int next = colon + 1;
        while (next < to && utf8[next] >= 0 && utf8[next] < ' ') {
            next++;
        }
        return colon < to && (next == to || utf8[next] == '?');
    }

    /** The number of the target of an entry; -1 when no browser could resolve it. */
    public int targetOf(int entry) {
        return referenceCache.target(entry);
    }

    PreVerdict earlyOf(int entry) {
        return referenceCache.early(entry);
    }

    /** The traits of an entry's target, as {@link TargetResolver} gives them. */
    int traitsOf(int entry) {
        return referenceCache.traits(entry);
    }

    /** Whether an entry is seen for the first time on this page, with or without a fragment. */
    boolean isFirst(int entry, boolean withFragment) {
        return referenceCache.isFirstOn(page, entry, withFragment);
    }
}
