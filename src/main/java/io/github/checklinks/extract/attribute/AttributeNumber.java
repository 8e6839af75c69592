// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

import java.util.List;

/** The numbers of the attributes that the extractors treat individually; attributes that only hold links are numbered after them. */
public final class AttributeNumber {

    public static final int ID = 0;
    public static final int NAME = 1;
    public static final int HREF = 2;
    public static final int REL = 3;
    public static final int AS = 4;
    public static final int TYPE = 5;
    public static final int METHOD = 6;
    public static final int FORMMETHOD = 7;
    public static final int FORM = 8;
    public static final int HTTP_EQUIV = 9;
    public static final int PROPERTY = 10;
    public static final int CHARSET = 11;
    public static final int DATA_CHECK_LINKS = 12;
    public static final int DATA_PROOFER_IGNORE = 13;
    public static final int SHADOWROOTMODE = 14;

    /** The names of these attributes in the order of their numbers. */
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
