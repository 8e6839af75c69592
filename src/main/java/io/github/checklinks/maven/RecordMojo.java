// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Requests all links to other sites, whatever checkExternal says, and updates the record of them in the file named by the parameter
 * externalRecord: which work, which fail, since when, and how many recorded runs in a row. Entries that no page links to are removed;
 * those with "reviewed" are kept and not requested. This goal writes no reports and never fails because of a broken link, so the
 * parameters for limits and reports have no effect; an incomplete check, or one without a network, changes nothing and fails.
 */
@Mojo(name = "record", threadSafe = true, requiresProject = false, requiresOnline = false)
public final class RecordMojo extends CheckParameters {

    private final SettingsDecrypter decrypter;

    /** Called by Maven. */
    @Inject
    public RecordMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Execution.of(this, decrypter, Goal.RECORD, plan -> new RecordRun(plan, getLog()).run());
    }
}
