// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

/** How the value of an attribute is read. */
public enum ValueSyntax {
    /** The value is a URL. */
    URL,
    /** Image candidates. */
    SRCSET,
    /** Image candidates, if the element is a {@code link} that preloads an image. */
    PRELOADED_SRCSET,
    /** A URL, or only a hint if {@code rel} says so. */
    LINK_HREF,
    /** A refresh, or a URL if {@code property} or {@code name} is one of the known ones. */
    META_CONTENT,
    /** Where a form is sent. */
    ACTION,
    /** Where a button sends its form. */
    FORM_ACTION,
    /** A URL, if the input is an image. */
    INPUT_SRC,
    /** A URL, if the SVG element has no {@code href}. */
    XLINK_HREF,
    /** The name of a map. */
    USEMAP,
    /** Style declarations. */
    STYLE,
    /** A document of its own. */
    SRCDOC
}
