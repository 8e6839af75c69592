// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.page;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.facts.PageResult;
import java.io.IOException;

/** The result of reading one file of a local root. */
public sealed interface ReadFile {

    /**
     * The file was read.
     *
     * @param file its number
     * @param target the number of its own URL
     * @param documentType its document type
     * @param withLinks whether its links count
     * @param page its links and anchors
     */
    record Done(int file, int target, DocumentType documentType, boolean withLinks, PageResult page)
            implements ReadFile {}

    /**
     * The file cannot be read.
     *
     * @param file its number
     * @param target the number of its own URL
     * @param withLinks whether its links would count
     * @param cause the failure of the file system
     */
    record Unread(int file, int target, boolean withLinks, IOException cause) implements ReadFile {}

    /**
     * Reading the file failed for an internal reason.
     *
     * @param path its path below the root
     * @param cause the failure
     */
    record Failed(String path, Throwable cause) implements ReadFile {}
}
