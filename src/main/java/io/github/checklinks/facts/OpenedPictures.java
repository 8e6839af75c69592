// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.DocumentType;
import java.util.BitSet;

/**
 * The targets that are opened as documents: by a link, in a frame, as an object. There the links of an SVG picture can
 * be followed and its resources are loaded; in an {@code img} or a style sheet, neither is so (SVG Integration §4.2,
 * "secure static mode").
 */
public final class OpenedPictures {

    private final BitSet targets = new BitSet();
    private final BitSet unread = new BitSet();

    /** Adds a target; returns whether it is new. */
    public boolean add(int target) {
        boolean isNew = !targets.get(target);
        targets.set(target);
        return isNew;
    }

    public boolean has(int target) {
        return targets.get(target);
    }

    /** Returns whether the links of a response count, if those of its URL do. */
    public boolean readsLinks(int target, DocumentType documentType) {
        return documentType != DocumentType.SVG || targets.get(target);
    }

    /** Records a picture whose links do not count so far. */
    public void setUnread(int target, boolean isUnread) {
        unread.set(target, isUnread);
    }

    public boolean isUnread(int target) {
        return unread.get(target);
    }
}
