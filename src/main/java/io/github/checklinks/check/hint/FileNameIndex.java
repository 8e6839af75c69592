// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.hint;

import io.github.checklinks.facts.store.IntList;
import io.github.checklinks.facts.store.NameHash;
import io.github.checklinks.text.EditDistance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The paths of a site by what hints look for: name, directory, letters without case, and names one slip away. Hints are few and paths are
 * many, so of the names there is an index made of numbers, and all else is looked through, or made when it is asked for.
 */
final class FileNameIndex {

    /** Of a name that is everywhere, such as a logo in each directory, none is the one that was meant. */
    private static final int MOST_OF_A_NAME = 1_000;

    /** Longer names are no typing slips of each other. */
    private static final int LONGEST = 100;

    private static final int NONE = -1;

    private final List<String> paths;

    /** Where the name begins in each path. */
    private final int[] cuts;

    /** How long it is. */
    private final int[] lengths;

    /** By the hash of a name, letter case apart, the last path of such a name; then the one before, and so on. */
    private final int[] last;

    private final int[] before;

    /** The first path of each name, by how long the name is; made when somebody asks. */
    private @Nullable List<IntList> byLength;

    /** What letters those names have. */
    private long[] letters = {};

    /** The first path of each directory, before those that come right after it; made when somebody asks. */
    private @Nullable IntList directoryBegins;

    private @Nullable Set<String> files;
    private @Nullable Set<String> directories;

    /** Takes different paths, with {@code /} between their names. */
    FileNameIndex(List<String> paths) {
        this.paths = paths;
        this.cuts = new int[paths.size()];
        this.lengths = new int[paths.size()];
        this.before = new int[paths.size()];
        this.last = new int[Integer.highestOneBit(paths.size() + 1) * 2];
        Arrays.fill(last, NONE);
        for (int i = 0; i < cuts.length; i++) {
            String path = paths.get(i);
            cuts[i] = path.lastIndexOf('/') + 1;
            lengths[i] = path.length() - cuts[i];
            int slot = slot(path, cuts[i]);
            before[i] = last[slot];
            last[slot] = i;
        }
    }

    private int slot(String path, int cut) {
        long state = NameHash.START;
        for (int i = cut; i < path.length(); i++) {
            char c = inOneCase(path.charAt(i));
            state = NameHash.next(NameHash.next(state, (byte) c), (byte) (c >>> 8));
        }
        return NameHash.of(state) & last.length - 1;
    }

    /** The same for all that {@link String#equalsIgnoreCase} takes for one. */
    private static char inOneCase(char c) {
        return c < 128 ? (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c) : Character.toLowerCase(Character.toUpperCase(c));
    }

    boolean isFile(String path) {
        if (files == null) {
            files = new HashSet<>(paths);
        }
        return files.contains(path);
    }

    boolean isDirectory(String path) {
        if (directories == null) {
            Set<String> all = new HashSet<>();
            for (String file : paths) {
                int slash = file.lastIndexOf('/');
                while (slash >= 0 && all.add(file.substring(0, slash))) {
                    slash = file.lastIndexOf('/', slash - 1);
                }
            }
            directories = all;
        }
        return directories.contains(path);
    }

    /** The one file whose path differs only in letter case; null when there is none, or several. */
    @Nullable
    String inOtherCase(String path) {
        String only = null;
        for (int i = last[slot(path, path.lastIndexOf('/') + 1)]; i != NONE; i = before[i]) {
            if (paths.get(i).equalsIgnoreCase(path)) {
                if (only != null) {
                    return null;
                }
                only = paths.get(i);
            }
        }
        return only;
    }

    /** The files of this name anywhere; none when there are too many to choose from. */
    List<String> ofName(String name) {
        List<String> same = new ArrayList<>();
        for (int i = last[slot(name, 0)]; i != NONE; i = before[i]) {
            if (lengths[i] == name.length() && paths.get(i).endsWith(name)) {
                if (same.size() == MOST_OF_A_NAME) {
                    return List.of();
                }
                same.add(paths.get(i));
            }
        }
        return same;
    }

    /** The names in a directory, whose path is empty or ends with a slash. */
    List<String> in(String directory) {
        List<String> names = new ArrayList<>();
        IntList begins = directoryBegins();
        for (int i = 0; i < begins.size(); i++) {
            int begin = begins.get(i);
            if (cuts[begin] == directory.length() && paths.get(begin).startsWith(directory)) {
                int end = i + 1 < begins.size() ? begins.get(i + 1) : cuts.length;
                for (int file = begin; file < end; file++) {
                    names.add(paths.get(file).substring(cuts[file]));
                }
            }
        }
        return names;
    }

    private IntList directoryBegins() {
        if (directoryBegins == null) {
            IntList begins = new IntList();
            for (int i = 0; i < cuts.length; i++) {
                boolean same =
                        i > 0 && cuts[i] == cuts[i - 1] && paths.get(i).regionMatches(0, paths.get(i - 1), 0, cuts[i]);
                if (!same) {
                    begins.add(i);
                }
            }
            directoryBegins = begins;
        }
        return directoryBegins;
    }

    /**
     * The names of the site that are one slip away from a name, letter case apart: one letter added, left out, replaced, or swapped with
     * its neighbour.
     */
    Set<String> near(String name) {
        Set<String> near = new LinkedHashSet<>();
        if (name.length() > LONGEST) {
            return near;
        }
        List<IntList> lists = byLength();
        String lower = name.toLowerCase(Locale.ROOT);
        long wanted = letters(name, 0);
        for (int length = Math.max(0, name.length() - 1); length <= name.length() + 1; length++) {
            IntList ofLength = lists.get(length);
            for (int i = 0; i < ofLength.size(); i++) {
                int other = ofLength.get(i);
                // A slip puts in one letter and takes out one at most.
                if (Long.bitCount(letters[other] ^ wanted) <= 2) {
                    addIfNear(other, lower, near);
                }
            }
        }
        near.remove(name);
        return near;
    }

    /** Which letters a name has, letter case apart: a bit for each, of which some letters share one. */
    private static long letters(String path, int cut) {
        long letters = 0;
        for (int i = cut; i < path.length(); i++) {
            letters |= 1L << inOneCase(path.charAt(i));
        }
        return letters;
    }

    private List<IntList> byLength() {
        if (byLength == null) {
            List<IntList> lists = new ArrayList<>();
            for (int length = 0; length <= LONGEST + 1; length++) {
                lists.add(new IntList());
            }
            letters = new long[paths.size()];
            for (int i = 0; i < lengths.length; i++) {
                if (lengths[i] <= LONGEST + 1 && !isRepeated(i)) {
                    lists.get(lengths[i]).add(i);
                    letters[i] = letters(paths.get(i), cuts[i]);
                }
            }
            byLength = lists;
        }
        return byLength;
    }

    /** Whether a path before this one has the same name. */
    private boolean isRepeated(int i) {
        String path = paths.get(i);
        for (int other = before[i]; other != NONE; other = before[other]) {
            if (lengths[other] == lengths[i] && path.startsWith(paths.get(other).substring(cuts[other]), cuts[i])) {
                return true;
            }
        }
        return false;
    }

    private void addIfNear(int i, String lower, Set<String> near) {
        String other = paths.get(i).substring(cuts[i]);
        if (EditDistance.isAtMostOne(lower, other.toLowerCase(Locale.ROOT))) {
            near.add(other);
        }
    }
}
