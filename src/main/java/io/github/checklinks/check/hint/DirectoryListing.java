// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.crawl.directory.FileTree;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The path of a missing file, and the existing files below the same root, from which hints are made. Paths are decoded and have no leading slash. */
public final class DirectoryListing {

    private final String base;
    private final String path;
    private final FileNameIndex names;
    private final @Nullable FileTree fileTree;

    /**
     * Creates the listing for a missing file.
     *
     * @param base the URL of the directory that paths are relative to, with a trailing slash
     * @param path the path of the missing file
     * @param names the paths of the existing files
     * @param fileTree the files as they are served; null if only visited ones are known
     */
    DirectoryListing(String base, String path, FileNameIndex names, @Nullable FileTree fileTree) {
        this.base = base;
        this.path = path;
        this.names = names;
        this.fileTree = fileTree;
    }

    /** Returns the path of the missing file. */
    public String path() {
        return path;
    }

    /** Describes what is wrong with the unfollowed symbolic link that the path is or passes through; null if there is none. */
    public @Nullable String strayLink() {
        return fileTree == null ? null : fileTree.strayLink(path);
    }

    /** Returns the URL of a path. */
    public WebUrl url(String file) {
        return WebUrl.ofSerialised(base + PercentCoding.encodePath(file));
    }

    /** Returns whether a file with exactly this path exists. */
    public boolean isFile(String file) {
        return fileTree != null ? fileTree.isFile(file) : names.isFile(file);
    }

    /** Returns whether a directory exists, given without a trailing slash. */
    public boolean isDirectory(String directory) {
        return fileTree != null ? fileTree.isDirectory(directory) : names.isDirectory(directory);
    }

    /** Returns the file whose path differs only in letter case; null if there is none, or more than one. */
    public @Nullable String ignoringCase(String file) {
        return names.ignoringCase(file);
    }

    /** Returns the paths of all files with a name, in any directory; empty if there are too many to choose from. */
    public List<String> ofName(String name) {
        return names.ofName(name);
    }

    /** Returns the names of the files in a directory, whose path is empty or ends with a slash. */
    public List<String> in(String directory) {
        return names.in(directory);
    }

    /** Returns the names of files, in any directory, that are one edit away from a name. */
    public Set<String> withinOneEdit(String name) {
        return names.withinOneEdit(name);
    }
}
