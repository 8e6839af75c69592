// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the Java file of a Javadoc page or of a page with its cross-referenced text. */
final class JavaFiles {

    private static final String ENDING = ".html";
    private static final Set<String> DIRECTORIES = Set.of("apidocs", "testapidocs", "javadoc");

    private final SourceFiles files;

    JavaFiles(SourceFiles files) {
        this.files = files;
    }

    /**
     * The file that documents what a Javadoc page shows.
     *
     * @param page its path, from wherever the documentation begins
     * @return null when there is none, or several
     */
    @Nullable
    Path documented(List<Path> roots, String page) {
        Path file = declared(roots, below(page));
        int slash = below(page).indexOf('/');
        // The documentation of a module lies in a directory of its name.
        return file != null || slash < 0 || !below(page).substring(0, slash).contains(".")
                ? file
                : declared(roots, below(page).substring(slash + 1));
    }

    private static String below(String page) {
        String[] names = page.split("/", -1);
        int from = 0;
        for (String name : names) {
            from += name.length() + 1;
            if (DIRECTORIES.contains(name)) {
                return page.substring(Math.min(from, page.length()));
            }
        }
        return page;
    }

    private @Nullable Path declared(List<Path> roots, String page) {
        if (!page.endsWith(ENDING)) {
            return null;
        }
        if (page.contains("/doc-files/")) {
            return only(roots, page);
        }
        String directory = page.substring(0, page.lastIndexOf('/') + 1);
        String name = page.substring(directory.length(), page.length() - ENDING.length());
        if (name.equals("package-summary")) {
            Path file = only(roots, directory + "package-info.java");
            return file != null ? file : only(roots, directory + "package.html");
        }
        // Outer.Inner is declared in Outer.java.
        return only(roots, directory + name.split("\\.", 2)[0] + ".java");
    }

    /** The file of that name in one of the roots; null when there is none, or several. */
    @Nullable
    Path only(List<Path> roots, String name) {
        Set<Path> found = new LinkedHashSet<>();
        for (Path root : roots) {
            Path file = files.find(root, name);
            if (file != null) {
                found.add(file);
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }
}
