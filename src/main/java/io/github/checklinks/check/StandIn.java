// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.facts.LinkState;
import io.github.checklinks.facts.StoredLink;
import io.github.checklinks.model.LinkOrigin;
import io.github.checklinks.model.Position;

/**
 * A synthetic link, which represents something that is reported although no link leads to it.
 *
 * @param origin what it represents
 * @param link the link, in the form in which it is judged and reported
 */
record StandIn(LinkOrigin origin, StoredLink link) {

    private static final LinkAttribute START = place("site");
    private static final LinkAttribute SEED = place("seeds");
    private static final LinkAttribute PAGE = place("page");
    private static final LinkAttribute FILE = place("file");

    /** Returns the stand-in for the start page of a crawl. */
    static StandIn start(int target, String url) {
        return new StandIn(new LinkOrigin.Start(url), link(START, target, url));
    }

    /** Returns the stand-in for a seed of a crawl. */
    static StandIn seed(int target, String url) {
        return new StandIn(new LinkOrigin.Seed(url), link(SEED, target, url));
    }

    /** Returns the stand-in for a page that no other page links to. */
    static StandIn orphan(int target, String page) {
        return new StandIn(new LinkOrigin.Orphan(page), link(PAGE, target, page));
    }

    /** Returns the stand-in for a file or directory that cannot be read, with its relative reference. */
    static StandIn unreadFile(int target, String page, String reference) {
        return new StandIn(new LinkOrigin.UnreadFile(page), link(FILE, target, reference));
    }

    /** Reports show a parameter, or just "page" or "file", in place of the element with a link. */
    private static LinkAttribute place(String element) {
        return new LinkAttribute(element, null, LinkKind.LINK);
    }

    private static StoredLink link(LinkAttribute place, int target, String text) {
        return new StoredLink(place, LinkState.ORDINARY, target, Position.UNKNOWN, text);
    }
}
