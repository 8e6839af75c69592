// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import org.jspecify.annotations.Nullable;

/** The anchors of a page, searched for the one that was probably meant by a missing name. Every result exists on the page and is unambiguous. */
public interface Anchors {

    /** Returns the anchor that differs from a name only in letter case; null if there is none, or more than one. */
    @Nullable
    String ignoringCase(String name);

    /**
     * Returns the anchor with the same letters but different punctuation, or the method of this name if the parameters were omitted; null if
     * there is none, or more than one.
     */
    @Nullable
    String similar(String name);

    /** Returns the anchor that is a single edit away from a name; null if there is none, or more than one. */
    @Nullable
    String withinOneEdit(String name);

    /** Returns the anchor with the smallest edit distance to a name; null if none is close enough, or two are equally close. */
    @Nullable
    String closest(String name);
}
