// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import io.github.checklinks.extract.Bytes;
import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.extract.LinkKind;
import io.github.checklinks.extract.attribute.AttributeRule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A cache of the link attributes for {@code *@attribute}, which are created when an element has one. */
final class WildcardAttributes {

    /** Bounds memory, as a page could use any number of element names. */
    private static final int MAX_ENTRIES = 1000;

    private final Map<String, LinkAttribute> known = new HashMap<>();

    /** Returns the link attribute of a rule on the element of a start tag. */
    LinkAttribute get(StartTag tag, AttributeRule attributeRule, boolean foreign) {
        String lower = lower(tag);
        String element = foreign ? ForeignNames.element(lower) : lower;
        LinkAttribute linkAttribute = known.get(element + "@" + attributeRule.attribute());
        if (linkAttribute == null) {
            linkAttribute = new LinkAttribute(element, attributeRule.attribute(), LinkKind.LINK);
            if (known.size() < MAX_ENTRIES) {
                known.put(element + "@" + attributeRule.attribute(), linkAttribute);
            }
        }
        return linkAttribute;
    }

    /** Returns the name of the element in lower case as a tokenizer does (HTML §13.2.5.8): only ASCII letters are changed. */
    private static String lower(StartTag tag) {
        byte[] name = Arrays.copyOfRange(tag.text(), tag.nameFrom(), tag.nameTo());
        for (int i = 0; i < name.length; i++) {
            name[i] = (byte) Bytes.toLower(name[i]);
        }
        return new String(name, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
