package io.github.checklinks.maven;

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
        Optional<Plan> plan;
        try {
            plan = plan();
        } catch (IllegalArgumentException wrong) {
            throw new MojoExecutionException(wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new MojoExecutionException("cannot read what the check needs: " + unreadable, unreadable);
        }
        if (plan.isPresent()) {
            new CheckRun(plan.get(), getLog()).run();
        }
    }

    private Optional<Plan> plan() throws IOException {
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
