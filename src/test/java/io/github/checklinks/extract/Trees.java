// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import io.github.checklinks.extract.attribute.LinkAttributes;
import java.util.List;

/** Places whose pages are read as trees. */
public final class Trees {

    /** The standard places; the selector matches nothing. */
    public static final LinkAttributes STANDARD = LinkAttributes.of(List.of(), List.of("no-such-element"));

    private Trees() {}
}
