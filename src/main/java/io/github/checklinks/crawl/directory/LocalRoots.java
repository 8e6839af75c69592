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

/** The local directories that answer URLs: the built site and the mappings, the longest matching prefix first. Shared by threads. */
public final class LocalRoots {

    private final List<Root> roots = new ArrayList<>();
    private final List<String> indexFiles;
    private final boolean cleanUrls;
    private int files;

    /** Whether anything below any root could not be listed. */
    private volatile boolean unreadableAnywhere;

    public LocalRoots(List<String> indexFiles, boolean cleanUrls) {
        this.indexFiles = indexFiles;
        this.cleanUrls = cleanUrls;
    }

    /** Adds the site's own root, which is listed at once. Its files have the numbers from 0. */
    public FileTree addSite(WebUrl base, Path directory) {
        Root root = new Root(base, directory, true);
        add(root);
        return root.tree(this);
    }

    /** Adds a mapping, which is listed when the first link leads there. */
    public void addMapping(WebUrl base, @Nullable Path directory) {
        add(new Root(base, directory, false));
    }

    private void add(Root root) {
        // Of equal prefixes the one added first, the site itself, wins.
        int place = 0;
        while (place < roots.size()
                && roots.get(place).urlPrefix.path().length()
                        >= root.urlPrefix.path().length()) {
            place++;
        }
        roots.add(place, root);
    }

    /** Where a URL lies; null when no root is above it. */
    @Nullable
    public Place find(WebUrl url) {
        for (Root root : roots) {
            String below = root.urlPrefix.below(url);
            if (below != null) {
                return new Place(root, PercentCoding.decode(below));
            }
        }
        return null;
    }

    /** Why nothing is known of what an address leads to; null when it is known that something is served there, or nothing. */
    @Nullable
    public String whyUnreadable(String url) {
        Place place = unreadableAnywhere && WebUrl.parse(url) instanceof WebUrl web && web.isHttp() ? find(web) : null;
        return place == null || place.isOtherModule() ? null : place.tree().whyUnreadable(place.path());
    }

    /** The number of the file that answers an address; negative when none does. Anything but a web address has none. */
    public int fileAt(String url) {
        Place place = WebUrl.parse(url) instanceof WebUrl web && web.isHttp() ? find(web) : null;
        return place == null ? FileTree.NOTHING : place.file();
    }

    /** Opens the file of a number. */
    public InputStream open(int number) throws IOException {
        Root owner = owner(number);
        return owner.treeOrFail().open(number - owner.firstFile);
    }

    /** The path of a file below its root. */
    public String path(int number) {
        Root owner = owner(number);
        return owner.treeOrFail().files().get(number - owner.firstFile);
    }

    /** The address of a file by its own name, serialised. */
    public String address(int number) {
        return owner(number).address.concat(PercentCoding.encodePath(path(number)));
    }

    /** The address of the site that is all there is, with final slash. */
    public String addressOfSite() {
        return roots.get(0).address;
    }

    /** Whether the site is all there is, so that each of its files answers its own address. */
    public boolean isSiteAlone() {
        return roots.size() == 1 && roots.get(0).site;
    }

    /** Whether a file is a page, by its name. */
    public boolean isPage(int number) {
        return DocumentType.ofFile(path(number)).filter(DocumentType::isPage).isPresent();
    }

    /** Whether a file lies in the site itself, not in a mapping. */
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

    /** A directory and the URL prefix it answers. */
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
                return FileTree.of(directory, localRoots.indexFiles, localRoots.cleanUrls);
            } catch (IOException failed) {
                return FileTree.unreadable(directory, failed);
            }
        }

        private FileTree treeOrFail() {
            return Objects.requireNonNull(fileTree);
        }
    }

    /** A place below a root. */
    public final class Place {
        private final Root root;
        private final String path;

        Place(Root root, String path) {
            this.root = root;
            this.path = path;
        }

        /** Whether the root's directory is another module's site that is not built yet. */
        public boolean isOtherModule() {
            return root.directory == null;
        }

        /** The number of the file that answers; {@link FileTree#NOTHING} when none does, or when nobody knows yet. */
        public int file() {
            if (isOtherModule()) {
                return FileTree.NOTHING;
            }
            FileTree fileTree = tree();
            int file = fileTree.find(path);
            return file < 0 ? file : root.firstFile + file;
        }

        /** The address of the root, with final slash. */
        public String base() {
            return root.address;
        }

        /** The files around it. */
        public FileTree tree() {
            return root.tree(LocalRoots.this);
        }

        /** Below the root, decoded. */
        public String path() {
            return path;
        }
    }
}
