// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.attribute;

/** The syntax of an attribute value that holds links. */
public enum ValueSyntax {
    /** A URL. */
    URL,
    /** Image candidates. */
    SRCSET,
    /** Image candidates, if the {@code link} element preloads an image. */
    PRELOADED_SRCSET,
    /** A URL, which is only a hint for some values of {@code rel}. */
    LINK_HREF,
    /** A refresh, or a URL if {@code property} or {@code name} has one of certain values. */
    META_CONTENT,
    /** The URL a form is submitted to. */
    ACTION,
    /** The URL a button submits its form to. */
    FORM_ACTION,
    /** A URL, if the input is an image button. */
    INPUT_SRC,
    /** A URL that is ignored if the SVG element has {@code href}. */
    XLINK_HREF,
    /** The name of a map. */
    USEMAP,
    /** CSS declarations. */
    STYLE,
    /** A nested HTML document. */
    SRCDOC
}
