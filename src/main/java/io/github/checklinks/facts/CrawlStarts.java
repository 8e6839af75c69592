// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a crawl began: its start page and its seeds, as targets, and what was noticed there. */
public final class CrawlStarts {

    private final Set<Integer> seeds = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private int page = -1;

    /** The start page before its redirects; -1 for a built site. */
    public int page() {
        return page;
    }

    /** The seeds, and the sitemaps that those list, in order. */
    public List<Integer> seeds() {
        return new ArrayList<>(seeds);
    }

    /** What the user should know of the site besides its links, each one sentence. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    public void addNote(String note) {
        notes.add(note);
    }

    public void setPage(int target) {
        page = target;
    }

    public void addSeed(int target) {
        seeds.add(target);
    }
}
