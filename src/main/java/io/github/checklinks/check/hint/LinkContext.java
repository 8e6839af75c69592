// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import org.jspecify.annotations.Nullable;

/** How a finding's first link is written and on which pages its links stand: the form in which a hint names an address. */
public final class LinkContext {

    /** So many pages are looked at. Of a target with more it is not known whether all are in one directory. */
    public static final int MOST_PAGES = 100;

    private final Facts facts;
    private final StoredLink link;
    private final int[] pages;
    private final int count;
    private final boolean alike;
    private final String text;
    private final @Nullable WebUrl base;

    /**
     * Describes links.
     *
     * @param link the first
     * @param pages the numbers of their pages, the first link's first; -1 for the start of a crawl. No more than {@link #MOST_PAGES} are
     *     needed
     * @param count how many links there are
     * @param alike whether all have the same fragment, or none
     */
    public LinkContext(Facts facts, StoredLink link, int[] pages, int count, boolean alike) {
        this.facts = facts;
        this.link = link;
        this.pages = pages;
        this.count = count;
        this.alike = alike;
        this.text = link.text().strip();
        this.base = base();
    }

    /** The first page's address, if its references are resolved against that; another base is not remembered. */
    private @Nullable WebUrl base() {
        if (count == 0 || pages[0] < 0) {
            return null;
        }
        String page = facts.targets().url(facts.pageTarget(pages[0]));
        if (!(WebUrl.parse(page) instanceof WebUrl own)) {
            return null;
        }
        boolean same = link.target() < 0
                || own.resolve(link.text()) instanceof WebUrl there
                        && there.withoutFragment().href().equals(facts.targets().url(link.target()));
        return same ? own : null;
    }

    /** The first link's text without surrounding space. */
    public String text() {
        return text;
    }

    /** The first link's number of its target; -1 when it has none. */
    public int target() {
        return link.target();
    }

    /** Whether all links have the same fragment, or none. */
    public boolean isAlike() {
        return alike;
    }

    /** The number of the page with the first link; negative when it is on none. */
    int page() {
        return count == 0 ? -1 : pages[0];
    }

    /** What the first link would lead to with another text; null when that cannot be said. */
    @Nullable
    WebUrl resolve(String other) {
        return base != null && base.resolve(other) instanceof WebUrl there ? there : null;
    }

    /** Whether one of the links stands on the page at an address. */
    boolean isOn(WebUrl url) {
        for (int page : pages) {
            if (isAt(page, url)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all links stand on the page at an address, and are resolved against it. */
    boolean isOnlyOn(WebUrl url) {
        if (base == null || count > MOST_PAGES) {
            return false;
        }
        for (int page : pages) {
            if (!isAt(page, url)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAt(int page, WebUrl url) {
        return page >= 0 && facts.targets().url(facts.pageTarget(page)).equals(url.href());
    }

    /** An address as the author would write it where the links stand: relative if the first is and all stand in one directory. */
    public String of(WebUrl there) {
        boolean absolute = text.startsWith("//") || WebUrl.parse(text) instanceof WebUrl;
        if (absolute || base == null || !base.origin().equals(there.origin())) {
            return base == null && !absolute ? "the site's " + below(there) : there.redacted();
        }
        if (text.startsWith("/")) {
            return readable(base, there.path());
        }
        return isOneDirectory() ? readable(base, relative(base.path(), there.path())) : "the site's " + below(there);
    }

    private String below(WebUrl there) {
        String site = facts.site();
        String href = there.href();
        return href.startsWith(site) ? PercentCoding.decode(href.substring(site.length())) : there.redacted();
    }

    private boolean isOneDirectory() {
        if (count > MOST_PAGES) {
            return false;
        }
        String first = "";
        for (int i = 0; i < count; i++) {
            String url = facts.targets().url(facts.pageTarget(pages[i]));
            String directory = url.substring(0, url.lastIndexOf('/') + 1);
            if (i > 0 && !directory.equals(first)) {
                return false;
            }
            first = directory;
        }
        return true;
    }

    /** Letters beyond ASCII as such, where a browser takes them back to the same address. */
    private String readable(WebUrl page, String reference) {
        String decoded = PercentCoding.decode(reference);
        boolean plain = text.indexOf('%') < 0 && decoded.chars().noneMatch(c -> c <= ' ' || c == 0xFFFD);
        return plain
                        && page.resolve(decoded) instanceof WebUrl one
                        && page.resolve(reference) instanceof WebUrl other
                        && one.equals(other)
                ? decoded
                : reference;
    }

    /** The reference from one path to another. */
    static String relative(String from, String to) {
        int same = 0;
        int directory = from.lastIndexOf('/');
        for (int i = 0; i <= directory && i < to.length() && from.charAt(i) == to.charAt(i); i++) {
            if (from.charAt(i) == '/') {
                same = i + 1;
            }
        }
        long up = from.substring(same).chars().filter(c -> c == '/').count();
        String down = to.substring(same);
        if (up > 0) {
            return "../".repeat((int) up) + down;
        }
        int colon = down.indexOf(':');
        // A name with a colon would be taken for a scheme.
        boolean needsDot = down.isEmpty() || down.startsWith("/") || colon >= 0 && down.lastIndexOf('/', colon) < 0;
        return needsDot ? "./" + down : down;
    }
}
