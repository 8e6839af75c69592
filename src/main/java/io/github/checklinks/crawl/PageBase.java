// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.url.Resolution;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the references of one page after the other are resolved against, with what is known of references in its directory. */
final class PageBase {

    private final Resolving resolving;
    private final Memo memo = new Memo();
    private final PlainReference plain;
    private int directory = -1;
    private int page;

    private @Nullable WebUrl url;
    private int target;
    private boolean hasAnchors;

    PageBase(Resolving resolving) {
        this.resolving = resolving;
        this.plain = new PlainReference(resolving.targets());
    }

    /** Begins a page, or the same page anew. */
    void startPage() {
        page++;
    }

    /** Resolves against another address from now on, given by its number. */
    void use(int numberOfBase) {
        url = null;
        target = numberOfBase;
        hasAnchors = (resolving.traits(numberOfBase) & Resolving.HAS_ANCHORS) != 0;
        int directoryOfBase = resolving.targets().directory(numberOfBase);
        if (directoryOfBase != directory) {
            directory = directoryOfBase;
            plain.use(resolving.targets().addressOfDirectory(directory));
            memo.clear();
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
    int entry(byte[] utf8, int from, int to) {
        int hash = NameHash.of(utf8, from, to);
        int known = known(utf8, from, to, hash);
        return known >= 0 ? known : learn(utf8, from, to, hash);
    }

    /** The same for a reference that was met before; -1 when it is new. */
    int known(byte[] utf8, int from, int to, int hash) {
        int known = memo.find(utf8, from, to, hash);
        return known >= 0 && memo.holdsOn(page, known) ? known : -1;
    }

    /** The same for a reference that is new. */
    int learn(byte[] utf8, int from, int to, int hash) {
        int met = plain.find(utf8, from, to);
        int traits = met < 0 ? 0 : resolving.targets().traits(met);
        return traits != 0 ? memo.add(utf8, from, to, hash, met, Early.NOTHING, traits) : parse(utf8, from, to, hash);
    }

    /**
     * Resolves what no shorter way could. One large method on purpose: a compiler would copy a smaller one into {@link PageScan#link}, and
     * throw all of that away when something rare is met here.
     */
    private int parse(byte[] utf8, int from, int to, int hash) {
        int found = plain.findAbsolute(utf8, from, to);
        if (found >= 0) {
            return memo.add(utf8, from, to, hash, found, Early.NOTHING, resolving.traits(found));
        }
        WebUrl own = url;
        if (own == null) {
            own = WebUrl.ofSerialised(resolving.targets().url(target));
            url = own;
        }
        String reference = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        Resolution resolution = own.resolve(withEndOf(reference));
        int traits = 0;
        Early early = Early.MALFORMED;
        boolean web = true;
        if (resolution instanceof WebUrl whole) {
            WebUrl there = whole.withoutFragment();
            web = there.isHttp();
            found = resolving.number(there);
            traits = resolving.traits(found);
            early = !web && SchemeSlip.is(there) ? Early.MALFORMED : Early.NOTHING;
        }
        if (web && Placeholders.isIn(reference)) {
            early = Early.PLACEHOLDER;
        } else if (early == Early.NOTHING && web && resolving.rootIsUnknown() && Climb.isAboveRoot(own, reference)) {
            early = Early.OUTSIDE;
        }
        int known = memo.find(utf8, from, to, hash);
        int entry = known >= 0 ? known : memo.add(utf8, from, to, hash, found, early, traits);
        if (from == to || utf8[from] == '?' || isSchemeBeforeQuery(utf8, from, to)) {
            memo.bind(entry, page, found, early, traits);
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
    int targetOf(int entry) {
        return memo.target(entry);
    }

    Early earlyOf(int entry) {
        return memo.early(entry);
    }

    /** The traits of an entry's target, as {@link Resolving} gives them. */
    int traitsOf(int entry) {
        return memo.traits(entry);
    }

    /** Whether an entry is seen for the first time on this page, with or without a fragment. */
    boolean isFirst(int entry, boolean withFragment) {
        return memo.isFirstOn(page, entry, withFragment);
    }
}
