// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import io.github.checklinks.url.PercentCoding;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files below a local root, listed once and looked up as a static web server would: index files, no directory without one,
 * names by their exact letters on every system. Symbolic links are followed as long as they stay inside; a linked directory
 * stands for the one it leads to and is not walked again.
 */
public final class Tree {

    /** Nothing is served there. */
    static final int NOTHING = -1;

    private final Path root;

    /** What stands before the path of a file; with final separator. */
    private final String prefix;

    private final boolean isRootUnwritable;
    private final List<String> indexFiles;
    private final boolean cleanUrls;
    private final List<String> files = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Files that cannot be found by their names, because this system's locale has no letters for them. */
    private final Map<Integer, Path> unwritable = new HashMap<>();

    private final Set<String> directories = new HashSet<>();
    private final Map<String, String> linkedDirectories = new HashMap<>();
    private int longestLink;

    private Tree(Path root, List<String> indexFiles, boolean cleanUrls) {
        this.root = root;
        this.prefix = withSeparator(root);
        this.isRootUnwritable = isUnwritable(root);
        this.indexFiles = indexFiles;
        this.cleanUrls = cleanUrls;
    }

    /** Lists a directory. */
    static Tree of(Path directory, List<String> indexFiles, boolean cleanUrls) throws IOException {
        Tree tree = new Tree(directory, indexFiles, cleanUrls);
        Path realRoot = directory.toRealPath();
        // The real root, because the directory itself may be a link.
        tree.new Lister(realRoot).list();
        return tree;
    }

    /** The directory it lists. */
    public Path root() {
        return root;
    }

    /** Paths below the root, with {@code /} between names; the number of a file is its place here. */
    public List<String> files() {
        return files;
    }

    /** The file of this number. */
    Path file(int number) {
        Path listed = unwritable.get(number);
        return listed != null ? listed : root.resolve(files.get(number));
    }

    /** Opens the file of this number: as a plain stream where that can be, because a channel's makes a dozen objects for each file. */
    InputStream open(int number) throws IOException {
        return isRootUnwritable || unwritable.containsKey(number)
                ? Files.newInputStream(file(number))
                : new FileInputStream(prefix.concat(files.get(number)));
    }

    /** The number of the file that answers a path below the root; {@link #NOTHING} when none does. Decoded, without first slash. */
    int find(String path) {
        String wanted = path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
        if (wanted.startsWith("/")) {
            wanted = wanted.substring(1);
        }
        int found = lookUp(wanted);
        if (found == NOTHING && !linkedDirectories.isEmpty()) {
            String real = throughLinks(wanted);
            return real.equals(wanted) ? NOTHING : lookUp(real);
        }
        return found;
    }

    private int lookUp(String path) {
        if (!path.isEmpty() && !path.endsWith("/")) {
            Integer file = numbers.get(path);
            if (file != null) {
                return file;
            }
        }
        if (cleanUrls && !path.isEmpty() && !path.endsWith("/")) {
            Integer page = numbers.get(path + ".html");
            if (page != null) {
                return page;
            }
        }
        String directory = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return directories.contains(directory) ? index(directory) : NOTHING;
    }

    private int index(String directory) {
        for (String name : indexFiles) {
            Integer file = numbers.get(directory.isEmpty() ? name : directory + "/" + name);
            if (file != null) {
                return file;
            }
        }
        return NOTHING;
    }

    /** Whether a directory is listed at this path (without final slash). */
    public boolean isDirectory(String path) {
        return directories.contains(path) || directories.contains(throughLinks(path));
    }

    /** Whether exactly this file is listed. */
    public boolean isFile(String path) {
        return numbers.containsKey(path) || numbers.containsKey(throughLinks(path));
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
        for (int slash = path.indexOf('/'); slash >= 0 && slash <= longestLink; slash = path.indexOf('/', slash + 1)) {
            String leadsTo = linkedDirectories.get(path.substring(0, slash));
            if (leadsTo != null) {
                return leadsTo.isEmpty() ? path.substring(slash + 1) : leadsTo + path.substring(slash);
            }
        }
        return linkedDirectories.getOrDefault(path, path);
    }

    private static String withSeparator(Path directory) {
        String path = directory.toString();
        return path.endsWith(File.separator) ? path : path + File.separator;
    }

    private static boolean isUnwritable(Path path) {
        return path.toString().indexOf('\uFFFD') >= 0;
    }

    private final class Lister {

        private final Path realRoot;

        /** How long the part of each name is that the root has. */
        private final int lengthOfRoot;

        Lister(Path realRoot) {
            this.realRoot = realRoot;
            this.lengthOfRoot = withSeparator(realRoot).length();
        }

        void list() throws IOException {
            Deque<Path> waiting = new ArrayDeque<>(List.of(realRoot));
            while (!waiting.isEmpty()) {
                Path directory = waiting.removeFirst();
                directories.add(name(directory));
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                    for (Path entry : entries) {
                        BasicFileAttributes attributes =
                                Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                        if (attributes.isDirectory()) {
                            waiting.addLast(entry);
                        } else if (attributes.isSymbolicLink()) {
                            visitLink(entry);
                        } else if (attributes.isRegularFile()) {
                            add(entry);
                        }
                    }
                } catch (DirectoryIteratorException failed) {
                    throw failed.getCause();
                }
            }
        }

        private void visitLink(Path link) throws IOException {
            Path real;
            try {
                real = link.toRealPath();
            } catch (FileSystemException dangling) {
                // Leads nowhere, in a circle, or where we may not look: nothing is served there.
                return;
            }
            if (!real.startsWith(realRoot)) {
                return;
            }
            if (Files.isDirectory(real)) {
                String name = name(link);
                linkedDirectories.put(name, name(real));
                longestLink = Math.max(longestLink, name.length());
            } else if (Files.isRegularFile(real)) {
                add(link);
            }
        }

        private void add(Path file) {
            if (isUnwritable(file)) {
                unwritable.put(files.size(), file);
            }
            String path = name(file);
            numbers.put(path, files.size());
            files.add(path);
        }

        /** Not relativize(), which would take names apart: all that is listed lies below the root, and is many. */
        private String name(Path path) {
            String whole = path.toString();
            if (whole.indexOf('\uFFFD') >= 0) {
                // Its URI has the very bytes, whatever the locale.
                return PercentCoding.decode(
                        realRoot.toUri().relativize(path.toUri()).getRawPath().replaceFirst("/$", ""));
            }
            String below = whole.length() < lengthOfRoot ? "" : whole.substring(lengthOfRoot);
            return File.separatorChar == '/' ? below : below.replace(File.separatorChar, '/');
        }
    }
}
