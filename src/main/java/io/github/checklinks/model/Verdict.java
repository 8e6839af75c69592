// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/**
 * What was concluded of a link.
 *
 * @param rule the rule that applies
 * @param detail what the rule alone does not say: the reason of a skip, the new address of a moved page; null when there is nothing to add
 */
public record Verdict(Rule rule, @Nullable String detail) {

    /** Answered, and nothing to add. */
    public static final Verdict OK = new Verdict(Rule.OK, null);

    /** Not checked, for this reason. */
    public static Verdict skipped(SkipReason reason) {
        return new Verdict(Rule.SKIPPED, reason.id());
    }
}
