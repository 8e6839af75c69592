// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

/**
 * A place in a text file.
 *
 * @param line 1-based; 0 when it is not known
 * @param column 1-based, in UTF-16 units; 0 when it is not known
 */
public record Position(int line, int column) {

    /** The place of something that has none, such as a start page. */
    public static final Position UNKNOWN = new Position(0, 0);
}
