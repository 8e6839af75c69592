// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

import org.jspecify.annotations.Nullable;

/** The link attributes, role and content model of the elements of one name in one namespace. */
public final class ElementInfo {

    private final Role role;
    private final Content content;
    private final @Nullable AttributeRule[] rules;

    /**
     * Creates the description of an element.
     *
     * @param role the meaning of the element apart from its links
     * @param content how its content is parsed
     * @param rules the rules of its attributes, indexed by attribute number; null for an attribute without links
     */
    ElementInfo(Role role, Content content, @Nullable AttributeRule[] rules) {
        this.role = role;
        this.content = content;
        this.rules = rules.clone();
    }

    public Role role() {
        return role;
    }

    public Content content() {
        return content;
    }

    /** Returns the rule of an attribute by its number; null if it is not searched for links. */
    @Nullable
    public AttributeRule rule(int attribute) {
        return rules[attribute];
    }

    /** The meaning of an element apart from its links. */
    public enum Role {
        NONE,
        /** Its {@code name} is an anchor. */
        A,
        /** Its {@code name} is a map. */
        MAP,
        BASE,
        /** It may declare the charset of the page. */
        META,
        FORM,
        TEMPLATE,
        /** It starts foreign content. */
        SVG,
        /** It starts foreign content. */
        MATH
    }

    /** How the content of an element is parsed (HTML §13.2.5.1, §13.2.6.4). */
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
        /** Markup that is not part of the document, or a shadow tree. */
        TEMPLATE,
        /** Markup that counts only if scripting is disabled. */
        NOSCRIPT
    }
}
