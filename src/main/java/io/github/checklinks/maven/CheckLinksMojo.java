package io.github.checklinks.maven;

import io.github.checklinks.report.GitHubActions;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Checks every link and anchor of a built or served site, writes reports, and fails the build when too many links are broken. */
@Mojo(
        name = "check-links",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresProject = false,
        requiresOnline = false)
public final class CheckLinksMojo extends CheckParameters {

    private final SettingsDecrypter decrypter;

    /** Made by Maven. */
    @Inject
    public CheckLinksMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            Optional<Plan> plan = plan();
            if (plan.isPresent()) {
                Optional<GitHubActions> service =
                        GitHubActions.of(System.getenv(), ProjectPaths.working(session));
                new CheckRun(plan.get(), getLog(), SessionMemory.of(session).printing(), service).run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("the check was interrupted", stopped);
        } catch (IOException failed) {
            throw new MojoExecutionException("the check could not be finished: " + failed, failed);
        } catch (RuntimeException | Error bug) {
            // A bare Error would stop the whole reactor, --fail-at-end or not.
            throw new MojoExecutionException("the check failed by a fault of its own: " + bug, bug);
        }
    }

    private Optional<Plan> plan() throws IOException, MojoExecutionException {
        try {
            return planned();
        } catch (IllegalArgumentException wrong) {
            throw new MojoExecutionException(wrong.getMessage(), wrong);
        }
    }

    private Optional<Plan> planned() throws IOException {
        KnownNames names = new KnownNames(
                mojoExecution.getMojoDescriptor().getPluginDescriptor().getMojos());
        names.checkElements(project, mojoExecution);
        names.checkProperties(session);
        if (Choices.bool("skip", skip)) {
            getLog().info("Skipped: no link is checked (skip is true)");
            return Optional.empty();
        }
        return new Planning(this, decrypter).plan();
    }
}
