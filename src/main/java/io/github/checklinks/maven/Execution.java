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

/** The execution of a goal: validates the parameters, builds the plan, runs it, and translates exceptions for Maven. */
final class Execution {

    /** The part that differs between the goals. */
    @FunctionalInterface
    interface GoalAction {
        void run(Plan plan) throws IOException, InterruptedException, MojoFailureException, MojoExecutionException;
    }

    private Execution() {}

    /**
     * Executes a goal.
     *
     * @param action what the goal does with the plan
     */
    static void of(CheckParameters parameters, SettingsDecrypter decrypter, Goal goal, GoalAction action)
            throws MojoExecutionException, MojoFailureException {
        try {
            Optional<Plan> plan = plan(parameters, decrypter, goal);
            if (plan.isPresent()) {
                action.run(plan.get());
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
            // A bare Error would stop the whole reactor, even with --fail-at-end.
            throw new MojoExecutionException("the check failed because of an internal error: " + bug, bug);
        }
    }

    private static MojoExecutionException unfinished(IOException failed) {
        return new MojoExecutionException(reason(failed), failed);
    }

    private static String reason(IOException failed) {
        if (failed instanceof ProxyRefusal) {
            return String.valueOf(failed.getMessage());
        }
        // File system errors have exception types of their own.
        boolean bug = failed.getCause() instanceof RuntimeException || failed.getCause() instanceof Error;
        return bug
                ? "the check failed because of an internal error: " + failed.getMessage()
                : "the check could not be completed: " + failed;
    }

    private static Optional<Plan> plan(CheckParameters parameters, SettingsDecrypter decrypter, Goal goal)
            throws IOException, MojoExecutionException {
        try {
            KnownNames names = new KnownNames(parameters
                    .mojoExecution
                    .getMojoDescriptor()
                    .getPluginDescriptor()
                    .getMojos());
            names.checkElements(parameters.project, parameters.mojoExecution);
            names.checkProperties(parameters.session);
            if (EnumParameter.bool("skip", parameters.skip)) {
                parameters.getLog().info("Skipped: no links are checked (skip is true)");
                return Optional.empty();
            }
            return new PlanBuilder(parameters, decrypter, goal).plan();
        } catch (IllegalArgumentException wrong) {
            throw new MojoExecutionException(wrong.getMessage() + "\n  " + Product.DOCUMENTATION + "usage.html", wrong);
        }
    }
}
