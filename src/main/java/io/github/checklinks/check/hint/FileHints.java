// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches for the file that was meant by a path that does not exist. Every result exists and is unambiguous. */
final class FileHints {

    private static final Set<String> PAGES = Set.of("html", "htm", "xhtml", "shtml");
    private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico");

    private final DirectoryListing listing;
    private final String path;
    private final String directory;
    private final String name;

    FileHints(DirectoryListing listing) {
        this.listing = listing;
        this.path = listing.path();
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        this.directory = bare.substring(0, bare.lastIndexOf('/') + 1);
        this.name = bare.substring(directory.length());
    }

    /**
     * Returns the file that differs in a superfluous slash, in its extension, or in whether it is named as a page or as the index file of a
     * directory; null if there is none.
     */
    @Nullable
    String withOtherExtension() {
        String bare = directory + name;
        if (bare.isEmpty()) {
            return null;
        }
        for (String ending : List.of(".html", "/index.html", ".htm", "/index.htm")) {
            if (listing.isFile(bare + ending)) {
                return bare + ending;
            }
        }
        String stem = stem(bare);
        if (isIndex(name) && !directory.isEmpty()) {
            String page = directory.substring(0, directory.length() - 1) + ".html";
            return listing.isFile(page) ? page : null;
        }
        if (PAGES.contains(extension(name)) && listing.isFile(stem + "/index.html")) {
            return stem + "/index.html";
        }
        return ofOtherKind(stem(name));
    }

    /** Returns the page or image of the same name in another format; null if there is none, or more than one. */
    private @Nullable String ofOtherKind(String stem) {
        String extension = extension(name);
        Set<String> kind = PAGES.contains(extension) ? PAGES : IMAGES.contains(extension) ? IMAGES : Set.of();
        String only = null;
        for (String other : kind) {
            String file = directory + stem + "." + other;
            if (listing.isFile(file)) {
                if (only != null) {
                    return null;
                }
                only = file;
            }
        }
        return only;
    }

    /** Returns the page to suggest for a directory without an index file: its package summary, or its only page; null if there is neither. */
    @Nullable
    String pageOfDirectory() {
        String within = path.isEmpty() || path.endsWith("/") ? path : path + "/";
        List<String> pages = new ArrayList<>();
        for (String file : listing.in(within)) {
            if (file.equals("package-summary.html")) {
                return within + file;
            }
            if (PAGES.contains(extension(file))) {
                pages.add(within + file);
            }
        }
        return pages.size() == 1 ? pages.get(0) : null;
    }

    /**
     * Returns the file of the same name in another directory; null if it is ambiguous. Of several files, prefers the one whose parent
     * directories have the same names. An index file must share the name of its directory, because its own name says nothing.
     */
    @Nullable
    String moved() {
        List<String> same = listing.ofName(name);
        int best = same.size() == 1 && !isIndex(name) ? 0 : 1;
        String moved = null;
        for (String file : same) {
            int common = commonSegments(file);
            if (common > best) {
                best = common;
                moved = file;
            } else if (common == best) {
                moved = null;
            }
        }
        return moved;
    }

    /** Returns the number of trailing segments that a file has in common with the path. */
    private int commonSegments(String file) {
        int common = 0;
        int one = path.endsWith("/") ? path.length() - 1 : path.length();
        int other = file.length();
        while (one > 0 && other > 0) {
            int start = path.lastIndexOf('/', one - 1) + 1;
            int length = one - start;
            int begin = other - length;
            boolean same = begin >= 0
                    && (begin == 0 || file.charAt(begin - 1) == '/')
                    && path.regionMatches(start, file, begin, length);
            if (!same) {
                break;
            }
            common++;
            one = start - 1;
            other = begin - 1;
        }
        return common;
    }

    /** Returns the file with the closest path; null if none is close enough, or two are equally close. */
    @Nullable
    String closest() {
        if (name.isEmpty()) {
            return null;
        }
        if (directory.length() + name.length() > ClosestName.MAX_LENGTH) {
            return closestInDirectory();
        }
        Set<String> candidates = new HashSet<>();
        addSimilar(candidates, listing.ofName(name));
        for (String other : listing.withinOneEdit(name)) {
            if (extension(other).equals(extension(name))) {
                addSimilar(candidates, listing.ofName(other));
            }
        }
        String closest = ClosestName.of(directory + name, candidates);
        return closest != null || !candidates.isEmpty() ? closest : closestInDirectory();
    }

    private static int slashes(String path) {
        int slashes = 0;
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            slashes++;
        }
        return slashes;
    }

    /** Adds the files whose path may differ by typos only, in the file name or in the name of a directory. */
    private void addSimilar(Set<String> candidates, List<String> files) {
        String wanted = (directory + name).toLowerCase(Locale.ROOT);
        for (String file : files) {
            if (Math.abs(file.length() - wanted.length()) <= wanted.length() / 4 + 1
                    && slashes(file) == slashes(wanted)
                    && ClosestName.isTypo(wanted, file.toLowerCase(Locale.ROOT))) {
                candidates.add(file);
            }
        }
    }

    private @Nullable String closestInDirectory() {
        String extension = extension(name);
        List<String> stems = new ArrayList<>();
        for (String file : listing.in(directory)) {
            if (extension(file).equals(extension)) {
                stems.add(stem(file));
            }
        }
        String closest = ClosestName.of(stem(name), stems);
        String file = closest == null
                ? null
                : directory + closest + name.substring(stem(name).length());
        return file != null && listing.isFile(file) ? file : null;
    }

    private static boolean isIndex(String name) {
        return name.equals("index.html") || name.equals("index.htm");
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= name.lastIndexOf('/') + 1 ? name : name.substring(0, dot);
    }

    private static String extension(String name) {
        String extension = name.substring(stem(name).length());
        return extension.isEmpty() ? "" : extension.substring(1).toLowerCase(Locale.ROOT);
    }
}
