// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files below a local root, listed once and looked up as by a static web server: index files, no directory without
 * one, case-sensitive names on every system. Symbolic links are followed as long as they stay inside the root; a linked
 * directory is an alias of its target and not walked again.
 */
public final class FileTree {

    /** Returned if nothing is served at a path. */
    static final int NOTHING = -1;

    private final Path root;

    /** The path of the root, with final separator. */
    private final String prefix;

    private final boolean isRootUnwritable;
    private final FileLookup fileLookup;
    private final DirectoryWalk directoryWalk;

    private FileTree(Path root, DirectoryWalk directoryWalk, FileLookup fileLookup) {
        this.root = root;
        this.directoryWalk = directoryWalk;
        this.prefix = DirectoryWalk.withSeparator(root);
        this.isRootUnwritable = DirectoryWalk.isUnwritable(root);
        this.fileLookup = fileLookup;
    }

    /**
     * Lists a directory. Files and directories that cannot be read are recorded, the directory itself among them.
     *
     * @throws IOException if the real path of the directory cannot be determined
     */
    static FileTree of(Path directory, FileLookup fileLookup) throws IOException {
        // The real root, because the directory itself may be a link.
        return new FileTree(directory, DirectoryWalk.of(directory.toRealPath()), fileLookup);
    }

    /** Returns the tree of a directory whose real path cannot be determined. */
    static FileTree unreadable(Path directory, IOException failed) {
        return new FileTree(directory, DirectoryWalk.unreadable(directory, failed), new FileLookup(List.of(), false));
    }

    /** Returns the listed directory. */
    public Path root() {
        return root;
    }

    /**
     * Returns the paths below the root, with {@code /} as separator; the number of a file is its index in this list.
     */
    public List<String> files() {
        return directoryWalk.files;
    }

    /** Returns the file of a number. */
    Path file(int number) {
        Path listed = directoryWalk.unwritable.get(number);
        return listed != null ? listed : root.resolve(directoryWalk.files.get(number));
    }

    /**
     * Opens the file of a number: as a plain stream where possible, because a channel's stream allocates a dozen
     * objects per file.
     */
    InputStream open(int number) throws IOException {
        if (isRootUnwritable || directoryWalk.unwritable.containsKey(number)) {
            return Files.newInputStream(file(number));
        }
        try {
            return new FileInputStream(prefix.concat(directoryWalk.files.get(number)));
        } catch (FileNotFoundException anyReason) {
            // A plain stream reports every failure as FileNotFoundException; this one reports the reason.
            return Files.newInputStream(file(number));
        }
    }

    /**
     * Returns the number of the file that is served at a path below the root, decoded and without leading slash; {@link
     * #NOTHING} if there is none.
     */
    int find(String path) {
        String normalised = path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
        if (normalised.startsWith("/")) {
            normalised = normalised.substring(1);
        }
        int found = lookUp(normalised);
        if (found == NOTHING && !directoryWalk.linkedDirectories.isEmpty()) {
            String real = resolveLinks(normalised);
            return real.equals(normalised) ? NOTHING : lookUp(real);
        }
        return found;
    }

    /** Returns why it is unknown what a path leads to; null if it is known. */
    @Nullable
    String whyUnreadable(String path) {
        if (directoryWalk.unreadable.isEmpty() || find(path) != NOTHING) {
            return null;
        }
        String trimmed = trimSlashes(path);
        String why = whyUnreadableAt(trimmed);
        return why != null ? why : whyUnreadableAt(resolveLinks(trimmed));
    }

    private @Nullable String whyUnreadableAt(String path) {
        String why = directoryWalk.unreadable.onOrAbove(path);
        if (why == null && fileLookup.cleanUrls()) {
            why = directoryWalk.unreadable.on(path + ".html");
        }
        for (int i = 0; why == null && i < fileLookup.indexFiles().size(); i++) {
            String name = fileLookup.indexFiles().get(i);
            why = directoryWalk.unreadable.on(path.isEmpty() ? name : path + "/" + name);
        }
        return why;
    }

    /** Returns whether anything could not be listed or examined. */
    boolean isUnreadableAnywhere() {
        return !directoryWalk.unreadable.isEmpty();
    }

    /**
     * Returns the paths that could not be read and are or may contain pages or style sheets; directories with final
     * slash.
     */
    public Set<String> unreadPages() {
        return directoryWalk.unreadPages;
    }

    /** Returns why the symbolic link that a path leads to or through is not followed; null if there is no such link. */
    public @Nullable String strayLink(String path) {
        return directoryWalk.strayLinks.isEmpty() ? null : directoryWalk.strayLinks.onOrAbove(trimSlashes(path));
    }

    private static String trimSlashes(String path) {
        int from = 0;
        int to = path.length();
        while (from < to && path.charAt(from) == '/') {
            from++;
        }
        while (to > from && path.charAt(to - 1) == '/') {
            to--;
        }
        return path.substring(from, to).replaceAll("/{2,}", "/");
    }

    private int lookUp(String path) {
        if (!path.isEmpty() && !path.endsWith("/")) {
            Integer file = directoryWalk.numbers.get(path);
            if (file != null) {
                return file;
            }
        }
        if (fileLookup.cleanUrls() && !path.isEmpty() && !path.endsWith("/")) {
            Integer page = directoryWalk.numbers.get(path + ".html");
            if (page != null) {
                return page;
            }
        }
        String directory = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return directoryWalk.directories.contains(directory) ? index(directory) : NOTHING;
    }

    private int index(String directory) {
        for (String name : fileLookup.indexFiles()) {
            Integer file = directoryWalk.numbers.get(directory.isEmpty() ? name : directory + "/" + name);
            if (file != null) {
                return file;
            }
        }
        return NOTHING;
    }

    /** Returns whether a directory is listed at this path, given without final slash. */
    public boolean isDirectory(String path) {
        return directoryWalk.directories.contains(path) || directoryWalk.directories.contains(resolveLinks(path));
    }

    /** Returns whether a file is listed at exactly this path. */
    public boolean isFile(String path) {
        return directoryWalk.numbers.containsKey(path) || directoryWalk.numbers.containsKey(resolveLinks(path));
    }

    /** Returns the path with every linked directory in it replaced by its target. */
    private String resolveLinks(String path) {
        String real = path;
        // Links can lead to links; the limit ends circles.
        for (int round = 0; round < 40; round++) {
            String next = resolveFirstLink(real);
            if (next.equals(real)) {
                return real;
            }
            real = next;
        }
        return real;
    }

    private String resolveFirstLink(String path) {
        for (int slash = path.indexOf('/');
                slash >= 0 && slash <= directoryWalk.longestLink;
                slash = path.indexOf('/', slash + 1)) {
            String leadsTo = directoryWalk.linkedDirectories.get(path.substring(0, slash));
            if (leadsTo != null) {
                return leadsTo.isEmpty() ? path.substring(slash + 1) : leadsTo + path.substring(slash);
            }
        }
        return directoryWalk.linkedDirectories.getOrDefault(path, path);
    }
}
