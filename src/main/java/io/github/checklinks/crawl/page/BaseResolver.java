// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.crawl.target.Placeholders;
import io.github.checklinks.crawl.target.RootEscape;
import io.github.checklinks.crawl.target.SchemeTypo;
import io.github.checklinks.crawl.target.TargetResolver;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.store.NameHash;
import io.github.checklinks.url.Resolution;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Resolves references against the base of the current page, with a cache of the references of its directory. Used for
 * one page after the other; not thread-safe.
 */
public final class BaseResolver {

    private final TargetResolver targetResolver;
    private final ReferenceCache referenceCache = new ReferenceCache();
    private final FastPathResolver fastPath;
    private int directory = -1;
    private int page;

    private @Nullable WebUrl url;
    private int target;
    private int traits;

    public BaseResolver(TargetResolver targetResolver) {
        this.targetResolver = targetResolver;
        this.fastPath = new FastPathResolver(targetResolver.targets());
    }

    /** Starts a page, or the same page again. */
    public void startPage() {
        page++;
    }

    /**
     * Sets the base, given by the number of its address. The cache is cleared only if the base lies in another
     * directory.
     */
    public void use(int numberOfBase) {
        url = null;
        target = numberOfBase;
        traits = targetResolver.traits(numberOfBase);
        int directoryOfBase = targetResolver.targets().directory(numberOfBase);
        if (directoryOfBase != directory) {
            directory = directoryOfBase;
            fastPath.use(targetResolver.targets().addressOfDirectory(directory));
            referenceCache.clear();
        }
    }

    /** Returns the number of the base's address. */
    int target() {
        return target;
    }

    /** Returns whether fragments of the base's own address are judged. */
    boolean hasAnchors() {
        return (traits & TargetResolver.HAS_ANCHORS) != 0;
    }

    /** Returns the traits of the base's address. */
    int traits() {
        return traits;
    }

    /**
     * Returns the cache entry of a reference without its fragment, resolving it if it is not cached. The entry is valid
     * until the next call. Leading white space must be left out; trailing white space too, unless a fragment follows
     * it.
     */
    public int entry(byte[] utf8, int from, int to) {
        int hash = NameHash.of(utf8, from, to);
        int cached = cached(utf8, from, to, hash);
        return cached >= 0 ? cached : resolveAndCache(utf8, from, to, hash);
    }

    /** Returns the entry of a cached reference; -1 if it is not cached or its entry does not hold on this page. */
    int cached(byte[] utf8, int from, int to, int hash) {
        int cached = referenceCache.find(utf8, from, to, hash);
        return cached >= 0 && referenceCache.holdsOn(page, cached) ? cached : -1;
    }

    /** Resolves a reference that is not cached, and returns its new entry. */
    int resolveAndCache(byte[] utf8, int from, int to, int hash) {
        int found = fastPath.find(utf8, from, to);
        int traits = found < 0 ? 0 : targetResolver.targets().traits(found);
        return traits != 0
                ? referenceCache.add(utf8, from, to, hash, found, LinkState.ORDINARY, traits)
                : parse(utf8, from, to, hash);
    }

    /**
     * Resolves a reference that the fast path does not handle.
     *
     * <p>Written for HotSpot: deliberately one method above the inlining limit of 325 bytecodes (FreqInlineSize). A
     * smaller one would be inlined into {@link PageScanner#link}, and the first rare case met here would deoptimise all
     * of that compiled code. Do not split it.
     */
    private int parse(byte[] utf8, int from, int to, int hash) {
        int number = fastPath.findAbsolute(utf8, from, to);
        if (number >= 0) {
            return referenceCache.add(utf8, from, to, hash, number, LinkState.ORDINARY, targetResolver.traits(number));
        }
        WebUrl baseUrl = url;
        if (baseUrl == null) {
            baseUrl = WebUrl.ofSerialised(targetResolver.targets().url(target));
            url = baseUrl;
        }
        String reference = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        Resolution resolution = baseUrl.resolve(protectTrailingSpace(reference));
        int traits = 0;
        LinkState linkState = LinkState.MALFORMED;
        boolean web = true;
        if (resolution instanceof WebUrl parsed) {
            WebUrl resolved = parsed.withoutFragment();
            web = resolved.isHttp();
            number = targetResolver.number(resolved);
            traits = targetResolver.traits(number);
            linkState = !web && SchemeTypo.isTypo(resolved) ? LinkState.MALFORMED : LinkState.ORDINARY;
        }
        if (web && Placeholders.isIn(reference)) {
            linkState = LinkState.PLACEHOLDER;
        } else if (linkState == LinkState.ORDINARY
                && web
                && targetResolver.rootIsUnknown()
                && RootEscape.isAboveRoot(baseUrl, reference)) {
            linkState = LinkState.OUTSIDE;
        }
        int cached = referenceCache.find(utf8, from, to, hash);
        int entry = cached >= 0 ? cached : referenceCache.add(utf8, from, to, hash, number, linkState, traits);
        if (from == to || utf8[from] == '?' || isSchemeWithoutPath(utf8, from, to)) {
            referenceCache.restrictToPage(entry, page, number, linkState, traits);
        }
        return entry;
    }

    /**
     * Appends a {@code #} to a reference without its fragment that ends in a space or control character. That was not
     * the end of the text, which is stripped of these (WHATWG URL §4.4, basic URL parser, step 1), so it is part of the
     * URL.
     */
    private static String protectTrailingSpace(String reference) {
        int end = reference.length();
        return end > 0 && reference.charAt(end - 1) <= ' ' ? reference + '#' : reference;
    }

    /**
     * Returns whether a reference is a scheme followed by a query or by nothing: "https:?q" is "?q" on a page under
     * https: (WHATWG URL, relative state). Like a query alone and an empty reference, it resolves to the base's own
     * file and not only its directory, hence to another URL on each page.
     */
    private static boolean isSchemeWithoutPath(byte[] utf8, int from, int to) {
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

    /** Returns the number of an entry's target; -1 if the reference cannot be resolved. */
    public int targetOf(int entry) {
        return referenceCache.target(entry);
    }

    LinkState linkStateOf(int entry) {
        return referenceCache.linkState(entry);
    }

    /** Returns the traits of an entry's target; see {@link TargetResolver#traits}. */
    int traitsOf(int entry) {
        return referenceCache.traits(entry);
    }

    /**
     * Returns whether this is the first call for an entry on this page; calls with and without a fragment are counted
     * separately.
     */
    boolean isFirst(int entry, boolean withFragment) {
        return referenceCache.isFirstOn(page, entry, withFragment);
    }
}
