// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.LinkKind;

/** What can be said of a link from the page alone, before its target is looked at. */
public enum PreVerdict {
    /** Nothing: its target decides. */
    NOTHING,
    /** Muted in the page. */
    MUTED,
    /** Excluded by the user, by its text or its address with the fragment. */
    EXCLUDED,
    /** Only a hint for the browser. */
    HINT,
    /** A form is posted there. */
    POST,
    /** A placeholder that nobody filled in. */
    PLACEHOLDER,
    /** No browser could resolve it. */
    MALFORMED,
    /** An empty attribute that loads nothing. */
    EMPTY,
    /** It climbs above the root of a site whose address nobody knows. */
    OUTSIDE;

    /** What the use of a link says, or otherwise what is known already. */
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
