// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

import java.util.ArrayList;
import java.util.Arrays;
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

    private final List<String> numbered = new ArrayList<>();
    private long[] slips = {};

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
     * The names of the site that may be one slip away from a name: one letter added, left out, replaced, or swapped with its
     * neighbour. Two such names have a text in common that is one of them or one of them without one letter, so each name is
     * listed under these texts' hashes; a few that come up by chance are further away.
     */
    Set<String> near(String name) {
        if (name.length() > LONGEST) {
            return Set.of();
        }
        if (slips.length == 0) {
            slips = listSlips();
        }
        Set<String> near = new LinkedHashSet<>();
        String lower = name.toLowerCase(Locale.ROOT);
        for (int without = -1; without < lower.length(); without++) {
            long key = (long) hashWithout(lower, without) << 32;
            int at = Arrays.binarySearch(slips, key);
            for (int i = at < 0 ? -at - 1 : at; i < slips.length && slips[i] >> 32 == key >> 32; i++) {
                near.add(numbered.get((int) slips[i]));
            }
        }
        near.remove(name);
        return near;
    }

    private long[] listSlips() {
        LongList list = new LongList();
        for (String name : byName.keySet()) {
            if (name.length() <= LONGEST) {
                String lower = name.toLowerCase(Locale.ROOT);
                for (int without = -1; without < lower.length(); without++) {
                    list.add((long) hashWithout(lower, without) << 32 | numbered.size());
                }
                numbered.add(name);
            }
        }
        long[] sorted = list.toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The hash of a text without the letter at an index; of the whole text for -1. */
    private static int hashWithout(String text, int without) {
        int hash = 7;
        for (int i = 0; i < text.length(); i++) {
            if (i != without) {
                hash = hash * 31 + text.charAt(i);
            }
        }
        return hash;
    }
}
