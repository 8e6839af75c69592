// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.List;

/** A list of links that are read from disk on access, but whose pages are known without reading. */
public interface PagedLinks extends List<Link> {

    /** Returns the page of the link at an index, as {@link Link#page} does. */
    String page(int index);
}
