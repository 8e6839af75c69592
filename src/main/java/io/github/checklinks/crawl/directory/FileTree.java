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
 * The files below a local root, listed once and looked up as a static web server would: index files, no directory without one,
 * names by their exact letters on every system. Symbolic links are followed as long as they stay inside; a linked directory
 * stands for the one it leads to and is not walked again.
 */
public final class FileTree {

    /** Nothing is served there. */
    static final int NOTHING = -1;

    private final Path root;

    /** What stands before the path of a file; with final separator. */
    private final String prefix;

    private final boolean isRootUnwritable;
    private final List<String> indexFiles;
    private final boolean cleanUrls;
    private final DirectoryWalk directoryWalk;

    private FileTree(Path root, DirectoryWalk directoryWalk, List<String> indexFiles, boolean cleanUrls) {
        this.root = root;
        this.directoryWalk = directoryWalk;
        this.prefix = DirectoryWalk.withSeparator(root);
        this.isRootUnwritable = DirectoryWalk.isUnwritable(root);
        this.indexFiles = indexFiles;
        this.cleanUrls = cleanUrls;
    }

    /**
     * Lists a directory. What cannot be read in it is noted; so is the directory itself.
     *
     * @throws IOException when it is not known where the directory lies
     */
    static FileTree of(Path directory, List<String> indexFiles, boolean cleanUrls) throws IOException {
        // The real root, because the directory itself may be a link.
        return new FileTree(directory, DirectoryWalk.of(directory.toRealPath()), indexFiles, cleanUrls);
    }

    /** The tree of a directory of which it is not known where it lies. */
    static FileTree unreadable(Path directory, IOException failed) {
        return new FileTree(directory, DirectoryWalk.unreadable(directory, failed), List.of(), false);
    }

    /** The directory it lists. */
    public Path root() {
        return root;
    }

    /** Paths below the root, with {@code /} between names; the number of a file is its place here. */
    public List<String> files() {
        return directoryWalk.files;
    }

    /** The file of this number. */
    Path file(int number) {
        Path listed = directoryWalk.unwritable.get(number);
        return listed != null ? listed : root.resolve(directoryWalk.files.get(number));
    }

    /** Opens the file of this number: as a plain stream where that can be, because a channel's makes a dozen objects for each file. */
    InputStream open(int number) throws IOException {
        if (isRootUnwritable || directoryWalk.unwritable.containsKey(number)) {
            return Files.newInputStream(file(number));
        }
        try {
            return new FileInputStream(prefix.concat(directoryWalk.files.get(number)));
        } catch (FileNotFoundException anyReason) {
            // Whatever is the matter, a plain stream says so in words of the system only.
            return Files.newInputStream(file(number));
        }
    }

    /** The number of the file that answers a path below the root; {@link #NOTHING} when none does. Decoded, without first slash. */
    int find(String path) {
        String wanted = path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
        if (wanted.startsWith("/")) {
            wanted = wanted.substring(1);
        }
        int found = lookUp(wanted);
        if (found == NOTHING && !directoryWalk.linkedDirectories.isEmpty()) {
            String real = throughLinks(wanted);
            return real.equals(wanted) ? NOTHING : lookUp(real);
        }
        return found;
    }

    /** Why nothing is known of what a path leads to; null when it is known that something is served there, or nothing. */
    @Nullable
    String whyUnreadable(String path) {
        if (directoryWalk.unreadable.isEmpty() || find(path) != NOTHING) {
            return null;
        }
        String bare = bare(path);
        String why = whyUnreadableAt(bare);
        return why != null ? why : whyUnreadableAt(throughLinks(bare));
    }

    private @Nullable String whyUnreadableAt(String path) {
        String why = directoryWalk.unreadable.onOrAbove(path);
        if (why == null && cleanUrls) {
            why = directoryWalk.unreadable.on(path + ".html");
        }
        for (int i = 0; why == null && i < indexFiles.size(); i++) {
            why = directoryWalk.unreadable.on(path.isEmpty() ? indexFiles.get(i) : path + "/" + indexFiles.get(i));
        }
        return why;
    }

    /** Whether anything could not be listed or looked at. */
    boolean isUnreadableAnywhere() {
        return !directoryWalk.unreadable.isEmpty();
    }

    /** What could not be read and is a page or a style sheet, or may hold some: paths, those of directories with final slash. */
    public Set<String> unreadPages() {
        return directoryWalk.unreadPages;
    }

    /** What is wrong with the symbolic link that a path leads to or through; null when there is none that is not followed. */
    public @Nullable String strayLink(String path) {
        return directoryWalk.strayLinks.isEmpty() ? null : directoryWalk.strayLinks.onOrAbove(bare(path));
    }

    private static String bare(String path) {
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
        if (cleanUrls && !path.isEmpty() && !path.endsWith("/")) {
            Integer page = directoryWalk.numbers.get(path + ".html");
            if (page != null) {
                return page;
            }
        }
        String directory = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return directoryWalk.directories.contains(directory) ? index(directory) : NOTHING;
    }

    private int index(String directory) {
        for (String name : indexFiles) {
            Integer file = directoryWalk.numbers.get(directory.isEmpty() ? name : directory + "/" + name);
            if (file != null) {
                return file;
            }
        }
        return NOTHING;
    }

    /** Whether a directory is listed at this path (without final slash). */
    public boolean isDirectory(String path) {
        return directoryWalk.directories.contains(path) || directoryWalk.directories.contains(throughLinks(path));
    }

    /** Whether exactly this file is listed. */
    public boolean isFile(String path) {
        return directoryWalk.numbers.containsKey(path) || directoryWalk.numbers.containsKey(throughLinks(path));
    }

    /** The path with every linked directory in it replaced by the one it leads to. */
    private String throughLinks(String path) {
        String real = path;
        // Links can lead to links; a circle ends here.
        for (int round = 0; round < 40; round++) {
            String next = throughFirstLink(real);
            if (next.equals(real)) {
                return real;
            }
            real = next;
        }
        return real;
    }

    private String throughFirstLink(String path) {
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
