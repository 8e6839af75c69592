// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl;

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

class TreeTest {

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

    private Tree tree(boolean cleanUrls) throws IOException {
        return Tree.of(root, List.of("index.html", "index.htm"), cleanUrls);
    }

    private static String found(Tree tree, String path) {
        int file = tree.find(path);
        return file == Tree.NOTHING ? "nothing" : tree.files().get(file);
    }

    @Test
    void aFileIsServedUnderItsExactName() throws IOException {
        file("docs/Guide.html");
        Tree tree = tree(false);

        assertThat(found(tree, "docs/Guide.html")).isEqualTo("docs/Guide.html");
        assertThat(found(tree, "docs/guide.html")).isEqualTo("nothing");
        assertThat(found(tree, "Docs/Guide.html")).isEqualTo("nothing");
        assertThat(tree.file(tree.find("docs/Guide.html"))).hasContent("docs/Guide.html");
    }

    @Test
    void aFileIsOpenedByItsNumberAndOneThatIsGoneIsAnError() throws IOException {
        file("docs/Guide.html");
        Tree tree = tree(false);
        int guide = tree.find("docs/Guide.html");

        try (InputStream in = tree.open(guide)) {
            assertThat(in).hasContent("docs/Guide.html");
        }
        Files.delete(root.resolve("docs/Guide.html"));
        assertThatThrownBy(() -> tree.open(guide)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aDirectoryServesItsIndexFileWithAndWithoutSlash() throws IOException {
        file("index.html");
        file("a/index.htm");
        file("a/index.html");
        file("b/index.htm");
        Tree tree = tree(false);

        assertThat(found(tree, "")).isEqualTo("index.html");
        assertThat(found(tree, "a/")).isEqualTo("a/index.html");
        assertThat(found(tree, "a")).isEqualTo("a/index.html");
        assertThat(found(tree, "b/")).isEqualTo("b/index.htm");
    }

    @Test
    void aDirectoryWithoutIndexFileServesNothing() throws IOException {
        file("a/b.html");
        Tree tree = tree(false);

        assertThat(found(tree, "a/")).isEqualTo("nothing");
        assertThat(found(tree, "a")).isEqualTo("nothing");
        assertThat(found(tree, "")).isEqualTo("nothing");
        assertThat(tree.isDirectory("a")).isTrue();
        assertThat(tree.isDirectory("a/b.html")).isFalse();
        assertThat(tree.isFile("a/b.html")).isTrue();
    }

    @Test
    void aSlashAfterAFileServesNothing() throws IOException {
        file("a.html");

        assertThat(found(tree(false), "a.html/")).isEqualTo("nothing");
        assertThat(found(tree(true), "a.html/")).isEqualTo("nothing");
        assertThat(found(tree(true), "a/")).isEqualTo("nothing");
    }

    @Test
    void slashesInARowCountAsOne() throws IOException {
        file("a/b.html");
        file("index.html");
        Tree tree = tree(false);

        assertThat(found(tree, "a//b.html")).isEqualTo("a/b.html");
        assertThat(found(tree, "//a///b.html")).isEqualTo("a/b.html");
        assertThat(found(tree, "//")).isEqualTo("index.html");
    }

    @Test
    void nothingAboveTheRootIsServed() throws IOException {
        file("a.html");
        Files.writeString(directory.resolve("secret.html"), "");
        Tree tree = tree(false);

        assertThat(found(tree, "../secret.html")).isEqualTo("nothing");
        assertThat(found(tree, "a.html/../a.html")).isEqualTo("nothing");
    }

    @Test
    void cleanUrlsDropTheEnding() throws IOException {
        file("guide.html");
        file("both.html");
        file("both/index.html");
        file("foo.1");

        assertThat(found(tree(false), "guide")).isEqualTo("nothing");
        Tree tree = tree(true);
        assertThat(found(tree, "guide")).isEqualTo("guide.html");
        assertThat(found(tree, "both")).isEqualTo("both.html");
        assertThat(found(tree, "both/")).isEqualTo("both/index.html");
        assertThat(found(tree, "foo")).isEqualTo("nothing");
    }

    @Test
    void linksInsideAreFollowed() throws IOException {
        file("v2/index.html");
        file("v2/deep/page.html");
        link("latest", Path.of("v2"));
        link("newest", Path.of("latest"));
        link("start.html", Path.of("v2/index.html"));
        Tree tree = tree(false);

        assertThat(found(tree, "latest/deep/page.html")).isEqualTo("v2/deep/page.html");
        assertThat(found(tree, "latest/")).isEqualTo("v2/index.html");
        assertThat(found(tree, "latest")).isEqualTo("v2/index.html");
        assertThat(found(tree, "newest/deep/page.html")).isEqualTo("v2/deep/page.html");
        assertThat(found(tree, "latest/absent.html")).isEqualTo("nothing");
        assertThat(found(tree, "start.html")).isEqualTo("start.html");
        assertThat(tree.isDirectory("latest/deep")).isTrue();
        assertThat(tree.isFile("latest/deep/page.html")).isTrue();
        assertThat(tree.files()).containsExactlyInAnyOrder("v2/index.html", "v2/deep/page.html", "start.html");
    }

    @Test
    void aCircleOfLinksEnds() throws IOException {
        file("a/page.html");
        link("a/loop", Path.of("."));
        link("x", Path.of("y"));
        link("y", Path.of("x"));
        link("up", Path.of("."));
        Tree tree = tree(false);

        assertThat(found(tree, "a/loop/loop/page.html")).isEqualTo("a/page.html");
        assertThat(found(tree, "up/up/a/page.html")).isEqualTo("a/page.html");
        assertThat(found(tree, "x/page.html")).isEqualTo("nothing");
        assertThat(tree.files()).containsExactly("a/page.html");
    }

    @Test
    void linksOutOfTheRootServeNothing() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("site-outside"));
        Files.writeString(outside.resolve("page.html"), "");
        link("out", outside);
        link("page.html", outside.resolve("page.html"));
        link("dangling.html", Path.of("absent.html"));
        Tree tree = tree(false);

        assertThat(found(tree, "out/page.html")).isEqualTo("nothing");
        assertThat(found(tree, "page.html")).isEqualTo("nothing");
        assertThat(found(tree, "dangling.html")).isEqualTo("nothing");
    }

    @Test
    void theRootItselfMayBeALink() throws IOException {
        file("a/page.html");
        Path link = Files.createSymbolicLink(directory.resolve("current"), root);
        Tree tree = Tree.of(link, List.of("index.html"), false);

        assertThat(found(tree, "a/page.html")).isEqualTo("a/page.html");
        assertThat(tree.file(0)).hasContent("a/page.html");
        assertThat(tree.root()).isEqualTo(link);
    }

    @Test
    void aPathOfManyDirectoriesIsLookedThroughOnce() throws IOException {
        file("a/x.html");
        link("b", root.resolve("a"));
        Tree tree = tree(false);

        assertThat(found(tree, "b/x.html")).isEqualTo("a/x.html");
        assertThat(found(tree, "c/".repeat(1_000_000))).isEqualTo("nothing");
        assertThat(found(tree, "b/" + "c/".repeat(1_000_000))).isEqualTo("nothing");
    }
}
