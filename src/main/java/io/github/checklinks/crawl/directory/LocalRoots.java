// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import io.github.checklinks.extract.DocumentType;
import io.github.checklinks.url.PercentCoding;
import io.github.checklinks.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The local directories that serve URLs: the built site and the mappings, the longest matching prefix first.
 * Thread-safe once all roots are added.
 */
public final class LocalRoots {

    private final List<Root> roots = new ArrayList<>();
    private final FileLookup fileLookup;
    private int files;

    /** Whether anything below any root could not be listed. */
    private volatile boolean unreadableAnywhere;

    public LocalRoots(FileLookup fileLookup) {
        this.fileLookup = fileLookup;
    }

    /** Adds the site's own root, which is listed at once. Its files are numbered from 0. */
    public FileTree addSite(WebUrl base, Path directory) {
        Root root = new Root(base, directory, true);
        add(root);
        return root.tree(this);
    }

    /** Adds a mapping, which is listed when the first link leads to it. */
    public void addMapping(WebUrl base, @Nullable Path directory) {
        add(new Root(base, directory, false));
    }

    private void add(Root root) {
        // Of equal prefixes the one added first, the site itself, wins.
        int index = 0;
        while (index < roots.size()
                && roots.get(index).urlPrefix.path().length()
                        >= root.urlPrefix.path().length()) {
            index++;
        }
        roots.add(index, root);
    }

    /** Returns the location of a URL; null if no root is above it. */
    @Nullable
    public Location find(WebUrl url) {
        for (Root root : roots) {
            String below = root.urlPrefix.below(url);
            if (below != null) {
                return new Location(root, PercentCoding.decode(below));
            }
        }
        return null;
    }

    /** Returns why it is unknown what a URL leads to; null if it is known. */
    @Nullable
    public String whyUnreadable(String url) {
        Location location =
                unreadableAnywhere && WebUrl.parse(url) instanceof WebUrl web && web.isHttp() ? find(web) : null;
        return location == null || location.isOtherModule()
                ? null
                : location.tree().whyUnreadable(location.path());
    }

    /**
     * Returns the number of the file that is served at a URL; negative if there is none, as for any URL that is not
     * http or https.
     */
    public int fileAt(String url) {
        Location location = WebUrl.parse(url) instanceof WebUrl web && web.isHttp() ? find(web) : null;
        return location == null ? FileTree.NOTHING : location.file();
    }

    /** Opens the file of a number. */
    public InputStream open(int number) throws IOException {
        Root owner = owner(number);
        return owner.treeOrFail().open(number - owner.firstFile);
    }

    /** Returns the path of a file below its root. */
    public String path(int number) {
        Root owner = owner(number);
        return owner.treeOrFail().files().get(number - owner.firstFile);
    }

    /** Returns the URL of a file's own path, serialised. */
    public String address(int number) {
        return owner(number).address.concat(PercentCoding.encodePath(path(number)));
    }

    /** Returns the URL of the site, with final slash; only if {@link #isSiteAlone}. */
    public String addressOfSite() {
        return roots.get(0).address;
    }

    /** Returns whether there are no mappings, so that each file of the site is served at the URL of its own path. */
    public boolean isSiteAlone() {
        return roots.size() == 1 && roots.get(0).site;
    }

    /** Returns whether a file is a page, by its name. */
    public boolean isPage(int number) {
        return DocumentType.ofFile(path(number)).filter(DocumentType::isPage).isPresent();
    }

    /** Returns whether a file lies in the site itself, not in a mapping. */
    public boolean isOfSite(int number) {
        return owner(number).site;
    }

    private synchronized Root owner(int number) {
        for (Root root : roots) {
            int below = number - root.firstFile;
            if (root.fileTree != null
                    && below >= 0
                    && below < root.fileTree.files().size()) {
                return root;
            }
        }
        throw new IllegalArgumentException("no file has the number " + number);
    }

    /** A directory and the URL prefix it serves. */
    static final class Root {
        final WebUrl base;
        final UrlPrefix urlPrefix;
        final boolean site;
        private final String address;
        private final @Nullable Path directory;
        private @Nullable FileTree fileTree;
        private int firstFile = Integer.MAX_VALUE;

        Root(WebUrl base, @Nullable Path directory, boolean site) {
            this.base = base;
            this.urlPrefix = UrlPrefix.directoryOf(base);
            this.directory = directory;
            this.site = site;
            this.address = base.origin() + urlPrefix.path();
        }

        private FileTree tree(LocalRoots localRoots) {
            synchronized (localRoots) {
                if (fileTree == null) {
                    fileTree = list(Objects.requireNonNull(directory), localRoots);
                    localRoots.unreadableAnywhere |= fileTree.isUnreadableAnywhere();
                    firstFile = localRoots.files;
                    localRoots.files += fileTree.files().size();
                }
                return fileTree;
            }
        }

        private static FileTree list(Path directory, LocalRoots localRoots) {
            try {
                return FileTree.of(directory, localRoots.fileLookup);
            } catch (IOException failed) {
                return FileTree.unreadable(directory, failed);
            }
        }

        private FileTree treeOrFail() {
            return Objects.requireNonNull(fileTree);
        }
    }

    /** A path below a root. */
    public final class Location {
        private final Root root;
        private final String path;

        Location(Root root, String path) {
            this.root = root;
            this.path = path;
        }

        /** Returns whether the root is another module's site that is not built yet. */
        public boolean isOtherModule() {
            return root.directory == null;
        }

        /**
         * Returns the number of the file that is served; {@link FileTree#NOTHING} if there is none, or if it is not
         * built yet.
         */
        public int file() {
            if (isOtherModule()) {
                return FileTree.NOTHING;
            }
            FileTree fileTree = tree();
            int file = fileTree.find(path);
            return file < 0 ? file : root.firstFile + file;
        }

        /** Returns the URL of the root, with final slash. */
        public String base() {
            return root.address;
        }

        /** Returns the files of the root. */
        public FileTree tree() {
            return root.tree(LocalRoots.this);
        }

        /** Returns the path below the root, decoded. */
        public String path() {
            return path;
        }
    }
}
