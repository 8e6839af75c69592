// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import java.util.List;

/**
 * How the server of a site finds the file for a URL that names none.
 *
 * @param indexFiles the index files of a directory in order of precedence
 * @param cleanUrls whether {@code guide} may be served by {@code guide.html}
 */
public record FileLookup(List<String> indexFiles, boolean cleanUrls) {

    /** The index files that most servers use, and no other URLs without the name of a file. */
    public static final FileLookup STANDARD = new FileLookup(List.of("index.html", "index.htm"), false);
}
