// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.source.file.SourceFiles;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the Java source file of a Javadoc page, or of a cross-referenced source page. */
final class JavaFiles {

    private static final String EXTENSION = ".html";
    private static final Set<String> DIRECTORIES = Set.of("apidocs", "testapidocs", "javadoc");

    private final SourceFiles files;

    JavaFiles(SourceFiles files) {
        this.files = files;
    }

    /**
     * Returns the source file with the documentation comments of a Javadoc page.
     *
     * @param roots the source roots
     * @param page the path of the page, which may start with the directory of the API documentation
     * @return null if there is none, or more than one
     */
    @Nullable
    Path documented(List<Path> roots, String page) {
        Path file = declared(roots, withoutApiDirectory(page));
        int slash = withoutApiDirectory(page).indexOf('/');
        // The documentation of a module is in a directory with its name.
        return file != null
                        || slash < 0
                        || !withoutApiDirectory(page).substring(0, slash).contains(".")
                ? file
                : declared(roots, withoutApiDirectory(page).substring(slash + 1));
    }

    private static String withoutApiDirectory(String page) {
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
        if (!page.endsWith(EXTENSION)) {
            return null;
        }
        if (page.contains("/doc-files/")) {
            return only(roots, page);
        }
        String directory = page.substring(0, page.lastIndexOf('/') + 1);
        String name = page.substring(directory.length(), page.length() - EXTENSION.length());
        if (name.equals("package-summary")) {
            Path file = only(roots, directory + "package-info.java");
            return file != null ? file : only(roots, directory + "package.html");
        }
        // Outer.Inner is declared in Outer.java.
        return only(roots, directory + name.split("\\.", 2)[0] + ".java");
    }

    /** Returns the file with a relative path in any of the roots; null if there is none, or more than one. */
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
