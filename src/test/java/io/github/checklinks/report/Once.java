// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.report;

import io.github.checklinks.model.Link;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

/** Links as a finding has them: counted at once, read from disk one after the other, so a second reading is a mistake. */
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
