// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import io.github.checklinks.fetch.ProxyRefusal;
import io.github.checklinks.maven.parameter.EnumParameter;
import io.github.checklinks.maven.parameter.KnownNames;
import io.github.checklinks.report.view.Product;
import io.github.checklinks.text.MemoryShortage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What all goals that check have in common: they look at what was typed, plan, carry it out, and tell Maven what went wrong. */
final class Execution {

    /** What is done with a plan. */
    @FunctionalInterface
    interface Deed {
        void run(Plan plan) throws IOException, InterruptedException, MojoFailureException, MojoExecutionException;
    }

    private Execution() {}

    /**
     * Executes a goal.
     *
     * @param muting whether the baseline mutes what it knows
     */
    static void of(CheckParameters typed, SettingsDecrypter decrypter, boolean muting, Deed deed)
            throws MojoExecutionException, MojoFailureException {
        try {
            Optional<Plan> plan = plan(typed, decrypter, muting);
            if (plan.isPresent()) {
                deed.run(plan.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("the check was interrupted: " + stopped.getMessage(), stopped);
        } catch (IOException failed) {
            throw unfinished(failed);
        } catch (UncheckedIOException failed) {
            IOException cause = failed.getCause();
            throw unfinished(cause == null ? new IOException(failed) : cause);
        } catch (OutOfMemoryError shortage) {
            throw new MojoExecutionException(MemoryShortage.text(shortage, "checking the links"), shortage);
        } catch (RuntimeException | Error bug) {
            // A bare Error would stop the whole reactor, --fail-at-end or not.
            throw new MojoExecutionException("the check failed by a fault of its own: " + bug, bug);
        }
    }

    private static MojoExecutionException unfinished(IOException failed) {
        return new MojoExecutionException(reason(failed), failed);
    }

    private static String reason(IOException failed) {
        if (failed instanceof ProxyRefusal) {
            return String.valueOf(failed.getMessage());
        }
        // What is in the way of a file has a type of its own.
        boolean bug = failed.getCause() instanceof RuntimeException || failed.getCause() instanceof Error;
        return bug
                ? "the check failed by a fault of its own: " + failed.getMessage()
                : "the check could not be finished: " + failed;
    }

    private static Optional<Plan> plan(CheckParameters typed, SettingsDecrypter decrypter, boolean muting)
            throws IOException, MojoExecutionException {
        try {
            KnownNames names = new KnownNames(typed.mojoExecution
                    .getMojoDescriptor()
                    .getPluginDescriptor()
                    .getMojos());
            names.checkElements(typed.project, typed.mojoExecution);
            names.checkProperties(typed.session);
            if (EnumParameter.bool("skip", typed.skip)) {
                typed.getLog().info("Skipped: no link is checked (skip is true)");
                return Optional.empty();
            }
            return new PlanBuilder(typed, decrypter, muting).plan();
        } catch (IllegalArgumentException wrong) {
            throw new MojoExecutionException(wrong.getMessage() + "\n  " + Product.DOCUMENTATION + "usage.html", wrong);
        }
    }
}
