package io.github.checklinks.crawl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a crawl began: its start page and its seeds, as targets. */
public final class Starts {

    private final Set<Integer> seeds = new LinkedHashSet<>();
    private int page = -1;

    /** The start page before its redirects; -1 for a built site. */
    public int page() {
        return page;
    }

    /** The seeds, and the sitemaps that those list, in order. */
    public List<Integer> seeds() {
        return new ArrayList<>(seeds);
    }

    void setPage(int target) {
        page = target;
    }

    void addSeed(int target) {
        seeds.add(target);
    }
}
