// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for the file that was meant by a path where nothing is: only ever one that is there, and the only one of its kind. */
final class FileHints {

    private static final Set<String> PAGES = Set.of("html", "htm", "xhtml", "shtml");
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico");

    private final DirectoryListing around;
    private final String path;
    private final String directory;
    private final String name;

    FileHints(DirectoryListing around) {
        this.around = around;
        this.path = around.path();
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        this.directory = bare.substring(0, bare.lastIndexOf('/') + 1);
        this.name = bare.substring(directory.length());
    }

    /** The file that a slash too many, an ending or an index file too few leads past; null when there is none. */
    @Nullable
    String withOtherEnding() {
        String bare = directory + name;
        if (bare.isEmpty()) {
            return null;
        }
        for (String ending : List.of(".html", "/index.html", ".htm", "/index.htm")) {
            if (around.isFile(bare + ending)) {
                return bare + ending;
            }
        }
        String stem = stem(bare);
        if (isIndex(name) && !directory.isEmpty()) {
            String page = directory.substring(0, directory.length() - 1) + ".html";
            return around.isFile(page) ? page : null;
        }
        if (PAGES.contains(extension(name)) && around.isFile(stem + "/index.html")) {
            return stem + "/index.html";
        }
        return ofOtherKind(stem(name));
    }

    /** A page or picture of the same name in another format. */
    private @Nullable String ofOtherKind(String stem) {
        String extension = extension(name);
        Set<String> kind = PAGES.contains(extension) ? PAGES : PICTURES.contains(extension) ? PICTURES : Set.of();
        String only = null;
        for (String other : kind) {
            String file = directory + stem + "." + other;
            if (around.isFile(file)) {
                if (only != null) {
                    return null;
                }
                only = file;
            }
        }
        return only;
    }

    /** The page to name instead of a directory that has no index file; null when there are several. */
    @Nullable
    String pageOfDirectory() {
        String within = path.isEmpty() || path.endsWith("/") ? path : path + "/";
        List<String> pages = new ArrayList<>();
        for (String file : around.in(within)) {
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
     * The file of the same name elsewhere; null when none is certain. Of several it is the one below the same directory; an index
     * file says nothing by its name alone.
     */
    @Nullable
    String moved() {
        List<String> same = around.ofName(name);
        int best = same.size() == 1 && !isIndex(name) ? 0 : 1;
        String moved = null;
        for (String file : same) {
            int common = commonEnd(file);
            if (common > best) {
                best = common;
                moved = file;
            } else if (common == best) {
                moved = null;
            }
        }
        return moved;
    }

    /** How many names two paths have in common at their end. */
    private int commonEnd(String file) {
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

    /** The file with the most similar path; null when none is near, or two are equally so. */
    @Nullable
    String near() {
        if (name.isEmpty()) {
            return null;
        }
        if (directory.length() + name.length() > ClosestName.LONGEST) {
            return nearInDirectory();
        }
        Set<String> candidates = new HashSet<>();
        addNear(candidates, around.ofName(name));
        for (String other : around.near(name)) {
            if (extension(other).equals(extension(name))) {
                addNear(candidates, around.ofName(other));
            }
        }
        String near = ClosestName.of(directory + name, candidates);
        return near != null || !candidates.isEmpty() ? near : nearInDirectory();
    }

    private static int slashes(String path) {
        int slashes = 0;
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            slashes++;
        }
        return slashes;
    }

    /** Slips in the name or in a directory's: each name of the path is near to its counterpart. */
    private void addNear(Set<String> candidates, List<String> files) {
        String wanted = (directory + name).toLowerCase(Locale.ROOT);
        for (String file : files) {
            if (Math.abs(file.length() - wanted.length()) <= wanted.length() / 4 + 1
                    && slashes(file) == slashes(wanted)
                    && ClosestName.isSlip(wanted, file.toLowerCase(Locale.ROOT))) {
                candidates.add(file);
            }
        }
    }

    private @Nullable String nearInDirectory() {
        String extension = extension(name);
        List<String> stems = new ArrayList<>();
        for (String file : around.in(directory)) {
            if (extension(file).equals(extension)) {
                stems.add(stem(file));
            }
        }
        String near = ClosestName.of(stem(name), stems);
        String file = near == null
                ? null
                : directory + near + name.substring(stem(name).length());
        return file != null && around.isFile(file) ? file : null;
    }

    private static boolean isIndex(String name) {
        return name.equals("index.html") || name.equals("index.htm");
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= name.lastIndexOf('/') + 1 ? name : name.substring(0, dot);
    }

    private static String extension(String name) {
        String ending = name.substring(stem(name).length());
        return ending.isEmpty() ? "" : ending.substring(1).toLowerCase(Locale.ROOT);
    }
}
