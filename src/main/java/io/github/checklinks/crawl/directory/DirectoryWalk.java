// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.text.FileTrouble;
import io.github.checklinks.url.PercentCoding;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of one walk over a directory: its files and directories, the targets of its symbolic links, and what could
 * not be read.
 */
final class DirectoryWalk {

    /** Paths below the root, with {@code /} as separator; the number of a file is its index in this list. */
    final List<String> files = new ArrayList<>();

    final Map<String, Integer> numbers = new HashMap<>();

    /** Files that cannot be found by name, because the system's locale cannot represent their names. */
    final Map<Integer, Path> unwritable = new HashMap<>();

    final Set<String> directories = new HashSet<>();

    /** Symbolic links to directories of the tree, with the paths they lead to. */
    final Map<String, String> linkedDirectories = new HashMap<>();

    /** The length of the longest of these links' names. */
    int longestLink;

    /** Files and directories that could not be listed or examined, and why. */
    final PathNotes unreadable = new PathNotes();

    /**
     * Those of the unreadable files and directories that are or may contain pages or style sheets; directories with
     * final slash.
     */
    final Set<String> unreadPages = new LinkedHashSet<>();

    /** Symbolic links that are not followed, and why. */
    final PathNotes strayLinks = new PathNotes();

    private final Path realRoot;

    /** The length of the root's part of each path. */
    private final int lengthOfRoot;

    private DirectoryWalk(Path realRoot) {
        this.realRoot = realRoot;
        this.lengthOfRoot = withSeparator(realRoot).length();
    }

    /** Walks a directory, given by its real path. */
    static DirectoryWalk of(Path realRoot) {
        DirectoryWalk directoryWalk = new DirectoryWalk(realRoot);
        directoryWalk.list();
        return directoryWalk;
    }

    /** Returns the result for a directory that cannot be found. */
    static DirectoryWalk unreadable(Path root, IOException failed) {
        DirectoryWalk directoryWalk = new DirectoryWalk(root);
        directoryWalk.addUnreadable(root, true, failed);
        return directoryWalk;
    }

    /** Returns the path of a directory with a final separator. */
    static String withSeparator(Path directory) {
        String path = directory.toString();
        return path.endsWith(File.separator) ? path : path + File.separator;
    }

    /** Returns whether the system's locale cannot represent a path. */
    static boolean isUnwritable(Path path) {
        return path.toString().indexOf('\uFFFD') >= 0;
    }

    private void list() {
        Deque<Path> pendingDirectories = new ArrayDeque<>(List.of(realRoot));
        while (!pendingDirectories.isEmpty()) {
            Path directory = pendingDirectories.removeFirst();
            try {
                list(directory, pendingDirectories);
            } catch (NoSuchFileException vanished) {
                // Nothing is served from a directory that has disappeared.
                directories.remove(name(directory));
            } catch (IOException failed) {
                addUnreadable(directory, true, failed);
            }
        }
    }

    private void list(Path directory, Deque<Path> pendingDirectories) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            directories.add(name(directory));
            for (Path entry : entries) {
                BasicFileAttributes attributes = attributes(entry);
                if (attributes == null) {
                    continue;
                }
                if (attributes.isDirectory()) {
                    pendingDirectories.addLast(entry);
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

    /** Returns the attributes of an entry; null if they are unknown. */
    private @Nullable BasicFileAttributes attributes(Path entry) throws IOException {
        try {
            return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException vanished) {
            return null;
        } catch (AccessDeniedException ofDirectory) {
            // The permission to examine any entry of the directory is missing, not only this one.
            throw ofDirectory;
        } catch (IOException failed) {
            addUnreadable(entry, false, failed);
            return null;
        }
    }

    private void addUnreadable(Path path, boolean directory, IOException failed) {
        String name = name(path);
        unreadable.add(name, FileTrouble.reason(failed));
        unreadPages.add(directory && !name.isEmpty() ? name + "/" : name);
    }

    /**
     * Follows a link that stays inside the root. A dangling link is treated as missing, a circular or inaccessible one
     * as unreadable: static web servers answer 404 to the former and 403 to the latter.
     */
    private void visitLink(Path link) throws IOException {
        Path real;
        try {
            real = link.toRealPath();
        } catch (NoSuchFileException dangling) {
            strayLinks.add(name(link), "it is a symbolic link to " + targetOf(link) + ", which is not there");
            return;
        } catch (FileSystemException failed) {
            String name = name(link);
            if (String.valueOf(failed.getReason()).startsWith("Not a directory")) {
                strayLinks.add(name, "it is a symbolic link to " + targetOf(link) + ", which is not there");
                return;
            }
            unreadable.add(name, FileTrouble.reason(failed));
            if (DocumentType.ofFile(name).isPresent()) {
                unreadPages.add(name);
            }
            return;
        }
        if (!real.startsWith(realRoot)) {
            strayLinks.add(name(link), "it is a symbolic link that leads out of the site, to " + targetOf(link));
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

    private static String targetOf(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException vanished) {
            return "another place";
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

    /**
     * Returns the path below the root. Path.relativize() would split each of many paths into names, although all lie
     * below the root.
     */
    private String name(Path path) {
        String whole = path.toString();
        if (whole.indexOf('\uFFFD') >= 0) {
            // The path's URI has the original bytes, whatever the locale.
            return PercentCoding.decode(
                    realRoot.toUri().relativize(path.toUri()).getRawPath().replaceFirst("/$", ""));
        }
        String below = whole.length() < lengthOfRoot ? "" : whole.substring(lengthOfRoot);
        return File.separatorChar == '/' ? below : below.replace(File.separatorChar, '/');
    }
}
