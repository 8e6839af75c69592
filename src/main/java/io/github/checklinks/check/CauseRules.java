// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.check;

import io.github.checklinks.model.FailureCause;
import io.github.checklinks.model.Rule;
import java.util.Arrays;

/** The rule for each cause of a failure. */
final class CauseRules {

    private CauseRules() {}

    /** Returns the rule that a target breaks if it gave no usable response for this cause. */
    static Rule rule(FailureCause cause) {
        return switch (cause) {
            case TIMED_OUT -> Rule.TIMED_OUT;
            case UNREACHABLE -> Rule.UNREACHABLE;
            case UNTRUSTED -> Rule.UNTRUSTED;
            case UNKNOWN_HOST -> Rule.UNKNOWN_HOST;
            case FORBIDDEN_ADDRESS -> Rule.SKIPPED;
            case RATE_LIMITED, ROBOTS_FORBIDDEN -> Rule.BLOCKED;
            case ROBOTS_UNAVAILABLE -> Rule.SERVER_ERROR;
            case REDIRECT_WITHOUT_LOCATION, REDIRECT_NOT_FOLLOWED -> Rule.REDIRECT_LOOP;
            case TRUNCATED -> Rule.TOO_LARGE;
            case UNRECORDED -> Rule.UNRECORDED;
            case UNREADABLE_FILE -> Rule.UNREADABLE;
        };
    }

    /** Returns the cause that stands for a failure of an external target which is known by the id of its rule only. */
    static FailureCause cause(String rule) {
        return Arrays.stream(FailureCause.values())
                .filter(cause -> rule(cause).id().equals(rule))
                .findFirst()
                .orElse(FailureCause.UNREACHABLE);
    }
}
