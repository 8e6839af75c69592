// SPDX-License-Identifier: Apache-2.0
/** The types of a result: links, outcomes, rules, verdicts and findings. */
@NullMarked
package io.github.checklinks.model;

import org.jspecify.annotations.NullMarked;
