// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

/**
 * A position in a text file.
 *
 * @param line 1-based; 0 if unknown
 * @param column 1-based, in UTF-16 units; 0 if unknown
 */
public record Position(int line, int column) {

    /** The position of something that has none, such as a start page. */
    public static final Position UNKNOWN = new Position(0, 0);
}
