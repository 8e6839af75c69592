// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The paths of a site by what hints look for: name, directory, letters without case, and names one slip away. */
final class FileNames {

    /** Of a name that is everywhere, such as a logo in each directory, none is the one that was meant. */
    private static final int MOST_OF_A_NAME = 1_000;

    /** Longer names are no typing slips of each other, and would fill the index. */
    private static final int LONGEST = 100;

    /** Stands for several paths that differ only in letter case. */
    private static final String SEVERAL = "";

    private final Set<String> paths;
    private final Set<String> directories = new LinkedHashSet<>();
    private final Map<String, String> byLowerCase = new HashMap<>();
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, List<String>> byDirectory = new HashMap<>();

    private final Map<Integer, List<String>> byLength = new HashMap<>();

    FileNames(Collection<String> files) {
        this.paths = new LinkedHashSet<>(files);
        for (String file : paths) {
            int cut = file.lastIndexOf('/') + 1;
            byLowerCase.merge(file.toLowerCase(Locale.ROOT), file, (one, other) -> SEVERAL);
            List<String> same = byName.computeIfAbsent(file.substring(cut), k -> new ArrayList<>(1));
            if (same.size() <= MOST_OF_A_NAME) {
                same.add(file);
            }
            byDirectory
                    .computeIfAbsent(file.substring(0, cut), k -> new ArrayList<>())
                    .add(file.substring(cut));
            for (int slash = cut - 1; slash >= 0 && directories.add(file.substring(0, slash)); ) {
                slash = file.lastIndexOf('/', slash - 1);
            }
        }
    }

    boolean isFile(String path) {
        return paths.contains(path);
    }

    boolean isDirectory(String path) {
        return directories.contains(path);
    }

    /** The one file whose path differs only in letter case; null when there is none, or several. */
    @Nullable
    String inOtherCase(String path) {
        String other = byLowerCase.get(path.toLowerCase(Locale.ROOT));
        return other == null || other.equals(SEVERAL) ? null : other;
    }

    /** The files of this name anywhere; none when there are too many to choose from. */
    List<String> ofName(String name) {
        List<String> same = byName.getOrDefault(name, List.of());
        return same.size() > MOST_OF_A_NAME ? List.of() : same;
    }

    /** The names in a directory, whose path is empty or ends with a slash. */
    List<String> in(String directory) {
        return byDirectory.getOrDefault(directory, List.of());
    }

    /**
     * The names of the site that are one slip away from a name, letter case apart: one letter added, left out, replaced, or swapped with
     * its neighbour.
     */
    Set<String> near(String name) {
        if (name.length() > LONGEST) {
            return Set.of();
        }
        if (byLength.isEmpty()) {
            byName.keySet()
                    .forEach(each -> byLength.computeIfAbsent(each.length(), k -> new ArrayList<>())
                            .add(each));
        }
        Set<String> near = new LinkedHashSet<>();
        String lower = name.toLowerCase(Locale.ROOT);
        for (int length = name.length() - 1; length <= name.length() + 1; length++) {
            for (String other : byLength.getOrDefault(length, List.of())) {
                if (Slips.isAtMostOne(lower, other.toLowerCase(Locale.ROOT))) {
                    near.add(other);
                }
            }
        }
        near.remove(name);
        return near;
    }
}
