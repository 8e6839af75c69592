// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.facts.Facts;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The text of a finding's first link and the pages with its links, which determine the form in which a hint names a URL. */
public final class LinkContext {

    /** Maximum number of pages to examine. If a target has links on more, it is not known whether all are in one directory. */
    public static final int MAX_PAGES = 100;

    private final Facts facts;
    private final StoredLink link;
    private final OptionalInt page;
    private final int[] pages;
    private final int count;
    private final boolean alike;
    private final String text;
    private final @Nullable WebUrl base;

    /**
     * Creates the context of the links of a finding.
     *
     * @param link the first link
     * @param page the number of the page with the first link; empty if that stands in for something else
     * @param pages the numbers of the pages with the links, in the order of the links, of which no more than {@link #MAX_PAGES} are
     *     needed
     * @param count the number of links
     * @param alike whether all links have the same fragment, or none has one
     */
    public LinkContext(Facts facts, StoredLink link, OptionalInt page, int[] pages, int count, boolean alike) {
        this.facts = facts;
        this.link = link;
        this.page = page;
        this.pages = pages;
        this.count = count;
        this.alike = alike;
        this.text = link.text().strip();
        this.base = base();
    }

    /** Returns the URL of the first page if its references are resolved against it; null otherwise, since other base URLs are not stored. */
    private @Nullable WebUrl base() {
        if (page.isEmpty()) {
            return null;
        }
        if (!(WebUrl.parse(url(page.getAsInt())) instanceof WebUrl own)) {
            return null;
        }
        boolean same = link.target() < 0
                || own.resolve(link.text()) instanceof WebUrl there
                        && there.withoutFragment().href().equals(facts.targets().url(link.target()));
        return same ? own : null;
    }

    /** Returns the text of the first link without surrounding white space. */
    public String text() {
        return text;
    }

    /** Returns the number of the target of the first link; -1 if it has none. */
    public int target() {
        return link.target();
    }

    /** Returns whether all links have the same fragment, or none has one. */
    public boolean isAlike() {
        return alike;
    }

    /** Returns the number of the page with the first link; empty if it is on none. */
    OptionalInt page() {
        return page;
    }

    /** Resolves a reference in the place of the first link; null if its base URL is unknown, or the reference is invalid. */
    @Nullable
    WebUrl resolve(String other) {
        return base != null && base.resolve(other) instanceof WebUrl there ? there : null;
    }

    /** Returns whether any of the links is on the page at a URL. */
    boolean isOn(WebUrl url) {
        return Arrays.stream(pages).anyMatch(each -> isAt(each, url));
    }

    /** Returns whether all links are on the page at a URL and are resolved against it. */
    boolean isOnlyOn(WebUrl url) {
        return base != null && count <= MAX_PAGES && Arrays.stream(pages).allMatch(each -> isAt(each, url));
    }

    private boolean isAt(int number, WebUrl url) {
        return url(number).equals(url.href());
    }

    private String url(int number) {
        return facts.targets().url(facts.pageTarget(number));
    }

    /** Returns a URL as the author would write it on the pages with the links: relative if the first link is and all pages are in one directory. */
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
        if (count > MAX_PAGES) {
            return false;
        }
        long directories = Arrays.stream(pages)
                .mapToObj(this::url)
                .map(url -> url.substring(0, url.lastIndexOf('/') + 1))
                .distinct()
                .count();
        return directories <= 1;
    }

    /** Returns a reference with its percent-encoding decoded if that resolves to the same URL. */
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

    /** Returns the relative reference from one path to another. */
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
        // The part before a colon would be parsed as a scheme.
        boolean needsDot = down.isEmpty() || down.startsWith("/") || colon >= 0 && down.lastIndexOf('/', colon) < 0;
        return needsDot ? "./" + down : down;
    }
}
