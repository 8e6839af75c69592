// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.maven.project.ProjectPaths;
import io.github.checklinks.maven.project.SessionState;
import io.github.checklinks.report.GitHubActions;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Checks every link and anchor of a built or served site, writes reports, and fails the build if too many links are broken. */
@Mojo(
        name = "check-links",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresProject = false,
        requiresOnline = false)
public final class CheckLinksMojo extends CheckParameters {

    private final SettingsDecrypter decrypter;

    /** Called by Maven. */
    @Inject
    public CheckLinksMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Execution.of(this, decrypter, Goal.CHECK_LINKS, plan -> {
            Optional<GitHubActions> service = GitHubActions.of(System.getenv(), ProjectPaths.working(session));
            new CheckRun(plan, getLog(), SessionState.of(session).printing(), service).run();
        });
    }
}
