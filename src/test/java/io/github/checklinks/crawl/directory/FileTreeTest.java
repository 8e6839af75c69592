// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

    @TempDir
    Path directory;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(directory.resolve("site"));
    }

    private void file(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }

    private void link(String path, Path to) throws IOException {
        Path link = root.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, to);
    }

    private FileTree tree(boolean cleanUrls) throws IOException {
        return FileTree.of(root, new FileLookup(List.of("index.html", "index.htm"), cleanUrls));
    }

    private static String found(FileTree fileTree, String path) {
        int file = fileTree.find(path);
        return file == FileTree.NOTHING ? "nothing" : fileTree.files().get(file);
    }

    @Test
    void aFileIsServedUnderItsExactName() throws IOException {
        file("docs/Guide.html");
        FileTree fileTree = tree(false);

        assertThat(found(fileTree, "docs/Guide.html")).isEqualTo("docs/Guide.html");
        assertThat(found(fileTree, "docs/guide.html")).isEqualTo("nothing");
        assertThat(found(fileTree, "Docs/Guide.html")).isEqualTo("nothing");
        assertThat(fileTree.file(fileTree.find("docs/Guide.html"))).hasContent("docs/Guide.html");
    }

    @Test
    void aFileIsOpenedByItsNumberAndOneThatIsGoneIsAnError() throws IOException {
        file("docs/Guide.html");
        FileTree fileTree = tree(false);
        int guide = fileTree.find("docs/Guide.html");

        try (InputStream in = fileTree.open(guide)) {
            assertThat(in).hasContent("docs/Guide.html");
        }
        Files.delete(root.resolve("docs/Guide.html"));
        assertThatThrownBy(() -> fileTree.open(guide)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aDirectoryServesItsIndexFileWithAndWithoutSlash() throws IOException {
        file("index.html");
        file("a/index.htm");
        file("a/index.html");
        file("b/index.htm");
        FileTree fileTree = tree(false);

        assertThat(found(fileTree, "")).isEqualTo("index.html");
        assertThat(found(fileTree, "a/")).isEqualTo("a/index.html");
        assertThat(found(fileTree, "a")).isEqualTo("a/index.html");
        assertThat(found(fileTree, "b/")).isEqualTo("b/index.htm");
    }

    @Test
    void aDirectoryWithoutIndexFileServesNothing() throws IOException {
        file("a/b.html");
        FileTree fileTree = tree(false);

        assertThat(found(fileTree, "a/")).isEqualTo("nothing");
        assertThat(found(fileTree, "a")).isEqualTo("nothing");
        assertThat(found(fileTree, "")).isEqualTo("nothing");
        assertThat(fileTree.isDirectory("a")).isTrue();
        assertThat(fileTree.isDirectory("a/b.html")).isFalse();
        assertThat(fileTree.isFile("a/b.html")).isTrue();
    }

    @Test
    void aSlashAfterAFileServesNothing() throws IOException {
        file("a.html");

        assertThat(found(tree(false), "a.html/")).isEqualTo("nothing");
        assertThat(found(tree(true), "a.html/")).isEqualTo("nothing");
        assertThat(found(tree(true), "a/")).isEqualTo("nothing");
    }

    @Test
    void consecutiveSlashesCountAsOne() throws IOException {
        file("a/b.html");
        file("index.html");
        FileTree fileTree = tree(false);

        assertThat(found(fileTree, "a//b.html")).isEqualTo("a/b.html");
        assertThat(found(fileTree, "//a///b.html")).isEqualTo("a/b.html");
        assertThat(found(fileTree, "//")).isEqualTo("index.html");
    }

    @Test
    void nothingAboveTheRootIsServed() throws IOException {
        file("a.html");
        Files.writeString(directory.resolve("secret.html"), "");
        FileTree fileTree = tree(false);

        assertThat(found(fileTree, "../secret.html")).isEqualTo("nothing");
        assertThat(found(fileTree, "a.html/../a.html")).isEqualTo("nothing");
    }

    @Test
    void cleanUrlsDropTheExtension() throws IOException {
        file("guide.html");
        file("both.html");
        file("both/index.html");
        file("foo.1");

        assertThat(found(tree(false), "guide")).isEqualTo("nothing");
        FileTree fileTree = tree(true);
        assertThat(found(fileTree, "guide")).isEqualTo("guide.html");
        assertThat(found(fileTree, "both")).isEqualTo("both.html");
        assertThat(found(fileTree, "both/")).isEqualTo("both/index.html");
        assertThat(found(fileTree, "foo")).isEqualTo("nothing");
    }

    @Test
    void linksInsideAreFollowed() throws IOException {
        file("v2/index.html");
        file("v2/deep/page.html");
        link("latest", Path.of("v2"));
        link("newest", Path.of("latest"));
        link("start.html", Path.of("v2/index.html"));
        FileTree fileTree = tree(false);

        assertThat(found(fileTree, "latest/deep/page.html")).isEqualTo("v2/deep/page.html");
        assertThat(found(fileTree, "latest/")).isEqualTo("v2/index.html");
        assertThat(found(fileTree, "latest")).isEqualTo("v2/index.html");
        assertThat(found(fileTree, "newest/deep/page.html")).isEqualTo("v2/deep/page.html");
        assertThat(found(fileTree, "latest/absent.html")).isEqualTo("nothing");
        assertThat(found(fileTree, "start.html")).isEqualTo("start.html");
        assertThat(fileTree.isDirectory("latest/deep")).isTrue();
        assertThat(fileTree.isFile("latest/deep/page.html")).isTrue();
        assertThat(fileTree.files()).containsExactlyInAnyOrder("v2/index.html", "v2/deep/page.html", "start.html");
    }

    @Test
    void aCircleOfLinksEnds() throws IOException {
        file("a/page.html");
        link("a/loop", Path.of("."));
        link("x", Path.of("y"));
        link("y", Path.of("x"));
        link("up", Path.of("."));
        FileTree fileTree = tree(false);

        assertThat(found(fileTree, "a/loop/loop/page.html")).isEqualTo("a/page.html");
        assertThat(found(fileTree, "up/up/a/page.html")).isEqualTo("a/page.html");
        assertThat(found(fileTree, "x/page.html")).isEqualTo("nothing");
        assertThat(fileTree.files()).containsExactly("a/page.html");
    }

    @Test
    void linksOutOfTheRootServeNothing() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("site-outside"));
        Files.writeString(outside.resolve("page.html"), "");
        link("out", outside);
        link("page.html", outside.resolve("page.html"));
        link("dangling.html", Path.of("absent.html"));
        FileTree fileTree = tree(false);

        assertThat(found(fileTree, "out/page.html")).isEqualTo("nothing");
        assertThat(found(fileTree, "page.html")).isEqualTo("nothing");
        assertThat(found(fileTree, "dangling.html")).isEqualTo("nothing");
    }

    @Test
    void theRootItselfMayBeALink() throws IOException {
        file("a/page.html");
        Path link = Files.createSymbolicLink(directory.resolve("current"), root);
        FileTree fileTree = FileTree.of(link, FileLookup.STANDARD);

        assertThat(found(fileTree, "a/page.html")).isEqualTo("a/page.html");
        assertThat(fileTree.file(0)).hasContent("a/page.html");
        assertThat(fileTree.root()).isEqualTo(link);
    }

    @Test
    void aPathOfManyDirectoriesIsScannedOnce() throws IOException {
        file("a/x.html");
        link("b", root.resolve("a"));
        FileTree fileTree = tree(false);

        assertThat(found(fileTree, "b/x.html")).isEqualTo("a/x.html");
        assertThat(found(fileTree, "c/".repeat(1_000_000))).isEqualTo("nothing");
        assertThat(found(fileTree, "b/" + "c/".repeat(1_000_000))).isEqualTo("nothing");
    }
}
