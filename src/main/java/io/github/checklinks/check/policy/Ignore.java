// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check.policy;

import io.github.checklinks.model.Rule;
import io.github.checklinks.url.Patterns;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mutes the verdicts of links that match all its parts.
 *
 * @param url the target or the text; {@link Patterns#NONE} for any
 * @param page the page's path below the site; {@link Patterns#NONE} for any
 * @param rules only these rules; empty for all
 * @param reason why, in the user's words
 * @param until the last day it mutes, in UTC; null for no end
 */
public record Ignore(
        Patterns url,
        Patterns page,
        Set<Rule> rules,
        String reason,
        @Nullable LocalDate until) {}
