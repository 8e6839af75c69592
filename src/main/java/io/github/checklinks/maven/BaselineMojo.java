// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Runs the same check as the goal check-links and records the current broken links in the file named by the parameter baseline, so that
 * only new ones fail the build. Remaining entries keep their reason and until. This goal writes no reports and never fails because of
 * a broken link, so the parameters for limits and reports have no effect; an incomplete check writes nothing.
 */
@Mojo(name = "baseline", threadSafe = true, requiresProject = false, requiresOnline = false)
public final class BaselineMojo extends CheckParameters {

    private final SettingsDecrypter decrypter;

    /** Called by Maven. */
    @Inject
    public BaselineMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Execution.of(this, decrypter, Goal.BASELINE, plan -> new BaselineRun(plan, getLog()).run());
    }
}
