package io.github.checklinks.crawl;

import io.github.checklinks.url.Resolution;
import io.github.checklinks.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the references of one page after the other are resolved against, with what is known of references in its directory. */
final class PageBase {

    private final Resolving resolving;
    private final Memo memo = new Memo();
    private String directory = "";
    private int page;

    private @Nullable WebUrl url;
    private int target;
    private boolean hasAnchors;

    PageBase(Resolving resolving) {
        this.resolving = resolving;
    }

    /** Begins a page, or the same page anew. */
    void startPage() {
        page++;
    }

    /** Resolves against another address from now on; it has no fragment. */
    void use(WebUrl base, int numberOfBase) {
        url = base;
        target = numberOfBase;
        hasAnchors = (resolving.traits(numberOfBase) & Resolving.HAS_ANCHORS) != 0;
        String directoryOfBase =
                base.origin() + base.path().substring(0, base.path().lastIndexOf('/') + 1);
        if (!directoryOfBase.equals(directory)) {
            directory = directoryOfBase;
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

    /** What a reference without fragment leads to, as a number that is good until the next call. */
    int entry(byte[] utf8, int from, int to) {
        int hash = Memo.hash(utf8, from, to);
        int known = memo.find(utf8, from, to, hash);
        if (known >= 0 && memo.holdsOn(page, known)) {
            return known;
        }
        WebUrl own = Objects.requireNonNull(url);
        String reference = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        Resolution resolution = own.resolve(reference);
        int found = resolution instanceof WebUrl resolved ? resolving.number(resolved) : -1;
        Early early = resolving.early(own, reference, resolution);
        int traits = found < 0 ? 0 : resolving.traits(found);
        int entry = known >= 0 ? known : memo.add(utf8, from, to, hash, found, early, traits);
        if (from == to || utf8[from] == '?' || isSchemeOnly(reference)) {
            // Led to the base's own file, not only its directory: true for this page alone.
            memo.bind(entry, page, found, early, traits);
        }
        return entry;
    }

    /** Whether nothing but a query may follow the scheme: {@code https:?q} is {@code ?q} on a page under https (WHATWG URL, relative state). */
    private static boolean isSchemeOnly(String reference) {
        int i = reference.indexOf(':');
        if (i < 0) {
            return false;
        }
        do {
            i++;
        } while (i < reference.length() && reference.charAt(i) < ' ');
        return i == reference.length() || reference.charAt(i) == '?';
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
