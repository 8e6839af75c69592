// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/**
 * A link as its author wrote it.
 *
 * @param text the attribute's value after HTML parsing; of a {@code srcset} or a refresh only the URL part
 * @param element the element's name in the parsed document, {@code css} in a style sheet
 * @param attribute the attribute's name in the parsed document; null for the text of a {@code style} element and in a style sheet
 * @param position where the start tag begins, or the token in a style sheet
 */
public record Reference(
        String text, String element, @Nullable String attribute, Position position) {}
