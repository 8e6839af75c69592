// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import java.nio.file.Path;

/**
 * A directory with documents.
 *
 * @param directory the directory
 * @param at the path of its pages in the site, with a trailing slash; empty for the root of the site
 * @param flat whether pages of documents in directories below are in the same directory
 */
record Root(Path directory, String at, boolean flat) {

    Root(Path directory, String at) {
        this(directory, at, false);
    }
}
