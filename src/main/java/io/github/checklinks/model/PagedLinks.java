// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import java.util.List;

/** Links that are read from disk when they are asked for, while the pages they stand on are known without. */
public interface PagedLinks extends List<Link> {

    /** The page of the link with this index, as {@link Link#page} tells it. */
    String page(int index);
}
