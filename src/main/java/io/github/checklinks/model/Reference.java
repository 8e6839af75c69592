// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/**
 * A link as its author wrote it.
 *
 * @param text the attribute's value after HTML parsing; only the URL part of a {@code srcset} or a refresh
 * @param element the element's name in the parsed document, or {@code css} in a style sheet
 * @param attribute the attribute's name in the parsed document; null in a {@code style} element or a style sheet
 * @param position the start of the start tag, or of the token in a style sheet
 */
public record Reference(
        String text, String element, @Nullable String attribute, Position position) {}
