// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.reference;

/**
 * A reference in a source file.
 *
 * @param target where it leads, as written, escapes of its syntax undone
 * @param offset where it stands in the file's text, in UTF-16 units
 * @param shared whether several links of the page may be made from this one place, as from a Markdown reference definition
 */
public record SourceReference(String target, int offset, boolean shared) {}
