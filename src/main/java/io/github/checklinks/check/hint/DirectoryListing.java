// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.crawl.directory.FileTree;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A missing file's place on the site, and the files that are there: what hints are made from. Paths are decoded, without first slash. */
public final class DirectoryListing {

    private final String base;
    private final String path;
    private final FileNameIndex names;
    private final @Nullable FileTree fileTree;

    /**
     * Describes a place.
     *
     * @param base the address of the directory that paths are below, with final slash
     * @param tree the files as they are served; null when only visited ones are known
     */
    DirectoryListing(String base, String path, FileNameIndex names, @Nullable FileTree fileTree) {
        this.base = base;
        this.path = path;
        this.names = names;
        this.fileTree = fileTree;
    }

    /** Where the link leads. */
    public String path() {
        return path;
    }

    /** What is wrong with the symbolic link that the path leads to or through; null when there is none that is not followed. */
    public @Nullable String strayLink() {
        return fileTree == null ? null : fileTree.strayLink(path);
    }

    /** The address of a path. */
    public WebUrl url(String there) {
        return WebUrl.ofSerialised(base + PercentCoding.encodePath(there));
    }

    /** Whether exactly this file is there. */
    public boolean isFile(String there) {
        return fileTree != null ? fileTree.isFile(there) : names.isFile(there);
    }

    /** Whether this directory is there; without final slash. */
    public boolean isDirectory(String there) {
        return fileTree != null ? fileTree.isDirectory(there) : names.isDirectory(there);
    }

    /** The one file whose path differs only in letter case; null when there is none, or several. */
    public @Nullable String inOtherCase(String there) {
        return names.inOtherCase(there);
    }

    /** The files of a name anywhere; none when there are too many to choose from. */
    public List<String> ofName(String name) {
        return names.ofName(name);
    }

    /** The names of the files in a directory, whose path is empty or ends with a slash. */
    public List<String> in(String directory) {
        return names.in(directory);
    }

    /** The names of files anywhere that may be one slip away from a name. */
    public Set<String> near(String name) {
        return names.near(name);
    }
}
