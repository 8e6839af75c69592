// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.util.List;

/** The numbers of the attributes that have a meaning of their own; those that only carry links come after them. */
final class AttributeNumber {

    static final int ID = 0;
    static final int NAME = 1;
    static final int HREF = 2;
    static final int REL = 3;
    static final int AS = 4;
    static final int TYPE = 5;
    static final int METHOD = 6;
    static final int FORMMETHOD = 7;
    static final int FORM = 8;
    static final int HTTP_EQUIV = 9;
    static final int PROPERTY = 10;
    static final int CHARSET = 11;
    static final int DATA_CHECK_LINKS = 12;
    static final int DATA_PROOFER_IGNORE = 13;
    static final int SHADOWROOTMODE = 14;

    /** Their names in the order of their numbers. */
    static final List<String> NAMES = List.of(
            "id",
            "name",
            "href",
            "rel",
            "as",
            "type",
            "method",
            "formmethod",
            "form",
            "http-equiv",
            "property",
            "charset",
            "data-check-links",
            "data-proofer-ignore",
            "shadowrootmode");

    private AttributeNumber() {}
}
