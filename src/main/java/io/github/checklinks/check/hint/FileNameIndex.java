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
 * An index of the paths of a site by file name, directory, name ignoring case, and names one edit away. There are few hints and many paths,
 * so only a compact hash table of the names is built eagerly; everything else is scanned, or built on first use.
 */
final class FileNameIndex {

    /** Maximum number of files with the same name: a name that exists everywhere, such as a logo in each directory, gives no hint. */
    private static final int MAX_SAME_NAME = 1_000;

    /** Maximum length of a name to search for typos. */
    private static final int MAX_TYPO_LENGTH = 100;

    private static final int NONE = -1;

    private final List<String> paths;

    /** The index of the first character of the file name in each path. */
    private final int[] nameStarts;

    /** The length of the file name of each path. */
    private final int[] nameLengths;

    /** The hash table: for the hash of a name ignoring case, the number of the last path in its bucket. */
    private final int[] heads;

    /** For each path, the number of the previous one in the same bucket. */
    private final int[] previous;

    /** The first path with each name, by the length of the name; built on first use. */
    private @Nullable List<IntList> byLength;

    /** The set of letters of each of those names, as a bit mask. */
    private long[] letters = {};

    /** The first path of each run of consecutive paths in the same directory; built on first use. */
    private @Nullable IntList directoryStarts;

    private @Nullable Set<String> files;
    private @Nullable Set<String> directories;

    /**
     * Creates an index.
     *
     * @param paths distinct paths, with {@code /} as separator
     */
    FileNameIndex(List<String> paths) {
        this.paths = paths;
        this.nameStarts = new int[paths.size()];
        this.nameLengths = new int[paths.size()];
        this.previous = new int[paths.size()];
        this.heads = new int[Integer.highestOneBit(paths.size() + 1) * 2];
        Arrays.fill(heads, NONE);
        for (int i = 0; i < nameStarts.length; i++) {
            String path = paths.get(i);
            nameStarts[i] = path.lastIndexOf('/') + 1;
            nameLengths[i] = path.length() - nameStarts[i];
            int slot = slot(path, nameStarts[i]);
            previous[i] = heads[slot];
            heads[slot] = i;
        }
    }

    private int slot(String path, int nameStart) {
        long state = NameHash.START;
        for (int i = nameStart; i < path.length(); i++) {
            char c = foldCase(path.charAt(i));
            state = NameHash.next(NameHash.next(state, (byte) c), (byte) (c >>> 8));
        }
        return NameHash.of(state) & heads.length - 1;
    }

    /** Maps all characters that {@link String#equalsIgnoreCase} considers equal to the same character. */
    private static char foldCase(char c) {
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

    /** Returns the file whose path differs at most in letter case; null if there is none, or more than one. */
    @Nullable
    String ignoringCase(String path) {
        String only = null;
        for (int i = heads[slot(path, path.lastIndexOf('/') + 1)]; i != NONE; i = previous[i]) {
            if (paths.get(i).equalsIgnoreCase(path)) {
                if (only != null) {
                    return null;
                }
                only = paths.get(i);
            }
        }
        return only;
    }

    /** Returns the paths of all files with a name, in any directory; empty if there are too many to choose from. */
    List<String> ofName(String name) {
        List<String> same = new ArrayList<>();
        for (int i = heads[slot(name, 0)]; i != NONE; i = previous[i]) {
            if (nameLengths[i] == name.length() && paths.get(i).endsWith(name)) {
                if (same.size() == MAX_SAME_NAME) {
                    return List.of();
                }
                same.add(paths.get(i));
            }
        }
        return same;
    }

    /** Returns the names of the files in a directory, whose path is empty or ends with a slash. */
    List<String> in(String directory) {
        List<String> names = new ArrayList<>();
        IntList starts = directoryStarts();
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            if (nameStarts[start] == directory.length() && paths.get(start).startsWith(directory)) {
                int end = i + 1 < starts.size() ? starts.get(i + 1) : nameStarts.length;
                for (int file = start; file < end; file++) {
                    names.add(paths.get(file).substring(nameStarts[file]));
                }
            }
        }
        return names;
    }

    private IntList directoryStarts() {
        if (directoryStarts == null) {
            IntList starts = new IntList();
            for (int i = 0; i < nameStarts.length; i++) {
                boolean same = i > 0
                        && nameStarts[i] == nameStarts[i - 1]
                        && paths.get(i).regionMatches(0, paths.get(i - 1), 0, nameStarts[i]);
                if (!same) {
                    starts.add(i);
                }
            }
            directoryStarts = starts;
        }
        return directoryStarts;
    }

    /**
     * Returns the names of files that are one edit away from a name, ignoring case: one character inserted, deleted, replaced, or swapped with
     * its neighbour.
     */
    Set<String> withinOneEdit(String name) {
        Set<String> found = new LinkedHashSet<>();
        if (name.length() > MAX_TYPO_LENGTH) {
            return found;
        }
        List<IntList> lists = byLength();
        String lower = name.toLowerCase(Locale.ROOT);
        long wanted = letters(name, 0);
        for (int length = Math.max(0, name.length() - 1); length <= name.length() + 1; length++) {
            IntList ofLength = lists.get(length);
            for (int i = 0; i < ofLength.size(); i++) {
                int other = ofLength.get(i);
                // One edit adds and removes one character at most.
                if (Long.bitCount(letters[other] ^ wanted) <= 2) {
                    addIfWithinOneEdit(other, lower, found);
                }
            }
        }
        found.remove(name);
        return found;
    }

    /** Returns the set of characters of a name, ignoring case, as a bit mask in which characters may share a bit. */
    private static long letters(String path, int nameStart) {
        long letters = 0;
        for (int i = nameStart; i < path.length(); i++) {
            letters |= 1L << foldCase(path.charAt(i));
        }
        return letters;
    }

    private List<IntList> byLength() {
        if (byLength == null) {
            List<IntList> lists = new ArrayList<>();
            for (int length = 0; length <= MAX_TYPO_LENGTH + 1; length++) {
                lists.add(new IntList());
            }
            letters = new long[paths.size()];
            for (int i = 0; i < nameLengths.length; i++) {
                if (nameLengths[i] <= MAX_TYPO_LENGTH + 1 && !isRepeated(i)) {
                    lists.get(nameLengths[i]).add(i);
                    letters[i] = letters(paths.get(i), nameStarts[i]);
                }
            }
            byLength = lists;
        }
        return byLength;
    }

    /** Returns whether an earlier path has the same name. */
    private boolean isRepeated(int i) {
        String path = paths.get(i);
        for (int other = previous[i]; other != NONE; other = previous[other]) {
            if (nameLengths[other] == nameLengths[i]
                    && path.startsWith(paths.get(other).substring(nameStarts[other]), nameStarts[i])) {
                return true;
            }
        }
        return false;
    }

    private void addIfWithinOneEdit(int i, String lower, Set<String> found) {
        String other = paths.get(i).substring(nameStarts[i]);
        if (EditDistance.isAtMostOne(lower, other.toLowerCase(Locale.ROOT))) {
            found.add(other);
        }
    }
}
