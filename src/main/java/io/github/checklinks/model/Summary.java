// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

/**
 * How many of what. The six classes count distinct targets, each in its worst class, and add up to {@code targets}.
 *
 * @param pages pages whose links were read
 * @param links links found
 * @param targets distinct targets
 * @param ok answered
 * @param redirected answered after temporary redirects
 * @param skipped not checked
 * @param known broken and in the baseline
 * @param warnings with a warning
 * @param broken with an error
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
