// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Runs the same check as the goal check-links and writes today's broken links down as the baseline, the file named by the parameter
 * baseline: from then on the check fails for new ones only. Entries that stay keep their reason and until. It writes no reports and
 * never fails for a broken link, so the parameters that limit or report broken links are not used; an incomplete check writes nothing.
 */
@Mojo(name = "baseline", threadSafe = true, requiresProject = false, requiresOnline = false)
public final class BaselineMojo extends CheckParameters {

    private final SettingsDecrypter decrypter;

    /** Made by Maven. */
    @Inject
    public BaselineMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Execution.of(this, decrypter, false, plan -> new BaselineRun(plan, getLog()).run());
    }
}
