// SPDX-License-Identifier: Apache-2.0
/** Compact storage for millions of numbers, strings and links. */
@NullMarked
package io.github.checklinks.facts.store;

import org.jspecify.annotations.NullMarked;
