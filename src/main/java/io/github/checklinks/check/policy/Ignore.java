// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import io.github.checklinks.model.Rule;
import io.github.checklinks.url.Patterns;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exemption: suppresses the verdicts on links that match all of its conditions.
 *
 * @param url patterns for the target or the text; {@link Patterns#NONE} for any
 * @param page patterns for the page's path relative to the site; {@link Patterns#NONE} for any
 * @param rules the rules to suppress; empty for all
 * @param reason the reason given by the user
 * @param until the last day on which it applies, in UTC; null for no expiry
 */
public record Ignore(
        Patterns url,
        Patterns page,
        Set<Rule> rules,
        String reason,
        @Nullable LocalDate until) {}
