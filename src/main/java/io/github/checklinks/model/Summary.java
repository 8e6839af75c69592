// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

/**
 * The counts of a run. The last six count distinct targets, each under its most severe verdict, and add up to {@code targets}.
 *
 * @param pages pages whose links were read
 * @param links links found
 * @param targets distinct targets
 * @param ok targets that responded
 * @param redirected targets that responded after temporary redirects
 * @param skipped targets that were not checked
 * @param known broken targets listed in the baseline
 * @param warnings targets with a warning
 * @param broken targets with an error
 */
public record Summary(
        long pages,
        long links,
        long targets,
        long ok,
        long redirected,
        long skipped,
        long known,
        long warnings,
        long broken) {}
