// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.Link;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

/** Links of a finding that fail when they are read twice: in production each reading goes to the disk. */
public final class Once extends AbstractList<Link> {

    private final List<Link> links;
    private boolean read;

    public Once(Link... links) {
        this(List.of(links));
    }

    Once(List<Link> links) {
        this.links = links;
    }

    @Override
    public Link get(int index) {
        throw new UnsupportedOperationException("reads the disk for each link: iterate instead");
    }

    @Override
    public Iterator<Link> iterator() {
        if (read) {
            throw new IllegalStateException("read a second time");
        }
        read = true;
        return links.iterator();
    }

    @Override
    public int size() {
        return links.size();
    }
}
