// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The starting points of a crawl: its start page and its seeds, as targets, with notes about them for the user. */
public final class CrawlStarts {

    private final Set<Integer> seeds = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private int page = -1;

    /** Returns the start page before its redirects; -1 for a built site. */
    public int page() {
        return page;
    }

    /** Returns the seeds and the sitemaps that they list, in order. */
    public List<Integer> seeds() {
        return new ArrayList<>(seeds);
    }

    /** Returns notes for the user about the site besides its links, one sentence each. */
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
