// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.checklinks.model.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositorySourcesTest {

    private final Path repository;
    private final Path docs;

    RepositorySourcesTest(@TempDir Path directory) throws IOException {
        repository = directory.resolve("repository");
        docs = Files.createDirectories(repository.resolve("a/docs"));
    }

    private String inRepository(Map<String, String> environment, String file) {
        return RepositorySources.of(Sources.NONE, docs, environment).inRepository(file);
    }

    @Test
    void theRootIsTheNearestDirectoryWithAGitDirectory() throws IOException {
        Files.createDirectories(repository.resolve(".git"));

        assertThat(inRepository(Map.of(), "src/index.md")).isEqualTo("a/docs/src/index.md");
        assertThat(inRepository(Map.of(), "../b.md")).isEqualTo("a/b.md");
    }

    @Test
    void aWorktreeHasAGitFile() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
        Files.writeString(repository.resolve("a/.git"), "gitdir: elsewhere");

        assertThat(inRepository(Map.of(), "src/index.md")).isEqualTo("docs/src/index.md");
    }

    @Test
    void onGitHubTheWorkspaceIsTheRoot() throws IOException {
        Files.createDirectories(repository.resolve("a/.git"));

        assertThat(inRepository(Map.of("GITHUB_WORKSPACE", repository.toString()), "x.md"))
                .isEqualTo("a/docs/x.md");
        assertThat(inRepository(Map.of("GITHUB_WORKSPACE", "/elsewhere"), "x.md"))
                .isEqualTo("docs/x.md");
    }

    @Test
    void whatLiesOutsideOfTheRepositoryKeepsItsName() throws IOException {
        Files.createDirectories(docs.resolve(".git"));

        assertThat(inRepository(Map.of(), "../b.md")).isEqualTo("../b.md");
        assertThat(inRepository(Map.of(), "b.md")).isEqualTo("b.md");
    }
}
