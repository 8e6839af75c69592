// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.model.Link;
import io.github.checklinks.model.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sources with paths relative to the root of the repository, as code hosts expect them.
 *
 * @param sources the sources to delegate to
 * @param working the directory that their file names are relative to
 * @param root the root directory of the repository; null if there is none
 */
record RepositorySources(
        Sources sources, Path working, @Nullable Path root) implements Sources {

    /**
     * Returns sources in the repository that contains a directory: the workspace of GitHub Actions, otherwise the nearest ancestor
     * with a {@code .git}, which is a file in worktrees and submodules.
     *
     * @param environment the environment variables of the process
     */
    static RepositorySources of(Sources sources, Path working, Map<String, String> environment) {
        String workspace = environment.get("GITHUB_WORKSPACE");
        if (workspace != null && !workspace.isEmpty()) {
            Path root = Path.of(workspace).toAbsolutePath().normalize();
            if (working.startsWith(root)) {
                return new RepositorySources(sources, working, root);
            }
        }
        Path root = working;
        while (root != null && !Files.exists(root.resolve(".git"))) {
            root = root.getParent();
        }
        return new RepositorySources(sources, working, root);
    }

    @Override
    public @Nullable Source of(Link link) {
        return sources.of(link);
    }

    @Override
    public String inRepository(String file) {
        Path path = working.resolve(file).toAbsolutePath().normalize();
        return root == null || !path.startsWith(root)
                ? file
                : root.relativize(path).toString().replace('\\', '/');
    }
}
