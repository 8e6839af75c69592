// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

/** The place from which a target is referred to: a page, or something that is reported although no link leads to it. */
public sealed interface LinkOrigin {

    /** Returns the page as reports name it: its path relative to the site, percent-decoded; its absolute URL if it has a query or is not part of the site. */
    String page();

    /** Returns the same kind of place with another name. */
    LinkOrigin renamed(String name);

    /** A link on a page. */
    record OnPage(String page) implements LinkOrigin {

        @Override
        public LinkOrigin renamed(String name) {
            return new OnPage(name);
        }
    }

    /** Where a crawl begins, as configured; its page is the URL. */
    sealed interface Entry extends LinkOrigin {}

    /** The start page of a crawl. */
    record Start(String page) implements Entry {

        @Override
        public LinkOrigin renamed(String name) {
            return new Start(name);
        }
    }

    /** A seed of a crawl. */
    record Seed(String page) implements Entry {

        @Override
        public LinkOrigin renamed(String name) {
            return new Seed(name);
        }
    }

    /** A page that no other page links to. */
    record Orphan(String page) implements LinkOrigin {

        @Override
        public LinkOrigin renamed(String name) {
            return new Orphan(name);
        }
    }

    /** A file or directory of the site that cannot be read. */
    record UnreadFile(String page) implements LinkOrigin {

        @Override
        public LinkOrigin renamed(String name) {
            return new UnreadFile(name);
        }
    }
}
