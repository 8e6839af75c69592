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

/** The places of attributes that count on every element, made when such an element is met. */
final class WildcardAttributes {

    /** A page could invent names without end. */
    private static final int MOST = 1000;

    private final Map<String, LinkAttribute> known = new HashMap<>();

    /** The place of the spot on this element. */
    LinkAttribute place(StartTag tag, AttributeRule attributeRule, boolean foreign) {
        String lower = lower(tag);
        String element = foreign ? ForeignNames.element(lower) : lower;
        LinkAttribute linkAttribute = known.get(element + "@" + attributeRule.attribute());
        if (linkAttribute == null) {
            linkAttribute = new LinkAttribute(element, attributeRule.attribute(), LinkKind.LINK);
            if (known.size() < MOST) {
                known.put(element + "@" + attributeRule.attribute(), linkAttribute);
            }
        }
        return linkAttribute;
    }

    /** The element's name as a tokenizer tells it (HTML §13.2.5.8): only ASCII letters change. */
    private static String lower(StartTag tag) {
        byte[] name = Arrays.copyOfRange(tag.text(), tag.nameFrom(), tag.nameTo());
        for (int i = 0; i < name.length; i++) {
            name[i] = (byte) Bytes.toLower(name[i]);
        }
        return new String(name, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
