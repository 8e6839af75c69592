// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.LinkKind;

/** What is certain about a link from its page alone, before its target is examined. */
public enum LinkState {
    /** Nothing special: its target decides. */
    ORDINARY,
    /** Ignored by an attribute in the page. */
    IGNORED,
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

    /** Returns the state that follows from the kind of a link, or otherwise the given one. */
    public static LinkState of(LinkKind linkKind, LinkState otherwise) {
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
