// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.model;

import org.jspecify.annotations.Nullable;

/**
 * The verdict on a link.
 *
 * @param rule the rule that applies
 * @param detail what the rule does not say, such as the reason for skipping or the new address of a moved page; null if there is nothing to add
 */
public record Verdict(Rule rule, @Nullable String detail) {

    /** The verdict on a sound link. */
    public static final Verdict OK = new Verdict(Rule.OK, null);

    /** Returns the verdict on a link that is not checked, with the reason. */
    public static Verdict skipped(SkipReason reason) {
        return new Verdict(Rule.SKIPPED, reason.id());
    }
}
