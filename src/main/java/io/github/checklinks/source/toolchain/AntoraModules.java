// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source.toolchain;

import io.github.checklinks.source.file.SourceFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of the modules of a component of Antora. */
final class AntoraModules {

    private AntoraModules() {}

    /** Returns the path of the pages of a module; null if there is no such module. */
    static @Nullable String at(Path home, List<Root> roots, String module) {
        Path pages;
        try {
            pages = home.resolve("modules").resolve(module).resolve("pages");
        } catch (InvalidPathException noName) {
            return null;
        }
        return roots.stream()
                .filter(root -> root.directory().equals(pages))
                .map(Root::at)
                .findFirst()
                .orElse(null);
    }

    /** Returns the file that a document includes: {@code partial$file}, {@code module:example$file}, or a path. */
    static @Nullable Path included(SourceFiles files, Path file, Path home, String name) {
        int family = name.indexOf('$');
        if (family < 0) {
            return name.contains(":") ? null : Includes.find(files, List.of(file.resolveSibling("")), name);
        }
        String[] names = name.substring(0, family).split(":", -1);
        String folder = names[names.length - 1] + "s";
        Path modules = home.resolve("modules");
        if (names.length > 2 || !file.startsWith(modules) || file.getNameCount() <= modules.getNameCount()) {
            return null;
        }
        String module = names.length == 2 && !names[0].isEmpty()
                ? names[0]
                : modules.relativize(file).getName(0).toString();
        try {
            Path root = modules.resolve(module);
            return Includes.find(
                    files,
                    List.of(root.resolve(folder), root.resolve("pages/_" + folder)),
                    relative(name.substring(family + 1)));
        } catch (InvalidPathException noName) {
            return null;
        }
    }

    /** Returns a path without the slash that an attribute leaves before it. */
    static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
