// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import io.github.checklinks.extract.attribute.LinkAttributes;
import java.util.List;

/** Link attributes with which pages are parsed to trees. */
public final class Trees {

    /** The standard link attributes, with a selector that matches nothing. */
    public static final LinkAttributes STANDARD = LinkAttributes.of(List.of(), List.of("no-such-element"));

    private Trees() {}
}
