// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.LinkKind;

/** The verdict about a link from its page alone, before its target is examined. */
public enum PreVerdict {
    /** None: its target decides. */
    NOTHING,
    /** Ignored by an attribute in the page. */
    MUTED,
    /** Excluded by the user, by its text or its address with the fragment. */
    EXCLUDED,
    /** Only a resource hint for the browser. */
    HINT,
    /** A form is posted to it. */
    POST,
    /** It contains an unresolved placeholder. */
    PLACEHOLDER,
    /** It cannot be resolved. */
    MALFORMED,
    /** An empty attribute that loads nothing. */
    EMPTY,
    /** It points above the root of a site whose URL is unknown. */
    OUTSIDE;

    /** Returns the verdict that follows from the kind of a link, or otherwise the given one. */
    public static PreVerdict of(LinkKind linkKind, PreVerdict otherwise) {
        if (otherwise == EXCLUDED) {
            return otherwise;
        }
        return switch (linkKind) {
            case HINT -> HINT;
            case POST -> POST;
            default -> otherwise;
        };
    }
}
