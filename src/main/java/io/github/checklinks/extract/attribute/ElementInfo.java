// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

import org.jspecify.annotations.Nullable;

/** What is known about the elements of one name in one namespace. */
public final class ElementInfo {

    private final Role role;
    private final Content content;
    private final @Nullable AttributeRule[] spots;

    /**
     * Puts together what is known.
     *
     * @param role what the element does apart from its links
     * @param content how its content is read
     * @param spots the attributes that are looked at, by their number; null where there is nothing
     */
    ElementInfo(Role role, Content content, @Nullable AttributeRule[] spots) {
        this.role = role;
        this.content = content;
        this.spots = spots.clone();
    }

    public Role role() {
        return role;
    }

    public Content content() {
        return content;
    }

    /** The spot of an attribute by its number; null where no links are looked for. */
    @Nullable
    public AttributeRule spot(int attribute) {
        return spots[attribute];
    }

    /** What an element does apart from its links. */
    public enum Role {
        NONE,
        /** Its {@code name} is an anchor. */
        A,
        /** Its {@code name} is a map. */
        MAP,
        BASE,
        /** It may say which charset the page has. */
        META,
        FORM,
        TEMPLATE,
        /** It begins foreign content. */
        SVG,
        /** It begins foreign content. */
        MATH
    }

    /** How the content of an element is read (HTML §13.2.5.1, §13.2.6.4). */
    public enum Content {
        MARKUP,
        /** Text up to the end tag of the same name. */
        TEXT,
        /** A style sheet up to the end tag of the same name. */
        STYLE,
        /** Text up to the end tag of the same name, with the escapes of script data. */
        SCRIPT,
        /** Text up to the end of the page. */
        PLAINTEXT,
        /** Markup that is no part of the document, or a shadow tree. */
        TEMPLATE,
        /** Markup that is there only where scripts do not run. */
        NOSCRIPT
    }
}
