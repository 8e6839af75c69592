package io.github.checklinks.crawl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A missing file's place below a local root, and the files that are there: what hints are made from. */
public final class Surroundings {

    private final Roots.Place place;
    private final Names names;

    Surroundings(Roots.Place place, Names names) {
        this.place = place;
        this.names = names;
    }

    /** Where the link leads, below the root, decoded. */
    public String path() {
        return place.path();
    }

    /** Whether exactly this file is there. */
    public boolean isFile(String path) {
        return place.tree().isFile(path);
    }

    /** Whether this directory is there; without final slash. */
    public boolean isDirectory(String path) {
        return place.tree().isDirectory(path);
    }

    /** The file whose path differs only in letter case; null when there is none. */
    public @Nullable String inOtherCase(String path) {
        return names.byLowerCase.get(path.toLowerCase(Locale.ROOT));
    }

    /** The files of the same name elsewhere below the root. */
    public List<String> ofSameName(String path) {
        return names.byName.getOrDefault(path.substring(path.lastIndexOf('/') + 1), List.of());
    }

    /** The names of the files in the directory of a path. */
    public List<String> besides(String path) {
        return names.byDirectory.getOrDefault(path.substring(0, path.lastIndexOf('/') + 1), List.of());
    }

    /** The files of a root, by what hints look for. */
    static final class Names {
        private final Map<String, String> byLowerCase = new HashMap<>();
        private final Map<String, List<String>> byName = new HashMap<>();
        private final Map<String, List<String>> byDirectory = new HashMap<>();

        Names(Tree tree) {
            for (String file : tree.files()) {
                int cut = file.lastIndexOf('/') + 1;
                byLowerCase.put(file.toLowerCase(Locale.ROOT), file);
                byName.computeIfAbsent(file.substring(cut), k -> new ArrayList<>(1))
                        .add(file);
                byDirectory
                        .computeIfAbsent(file.substring(0, cut), k -> new ArrayList<>())
                        .add(file.substring(cut));
            }
        }
    }
}
