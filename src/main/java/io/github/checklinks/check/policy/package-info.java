// SPDX-License-Identifier: Apache-2.0
/** The policy configured by the user: severities, accepted statuses, ignores and the baseline. */
@NullMarked
package io.github.checklinks.check.policy;

import org.jspecify.annotations.NullMarked;
