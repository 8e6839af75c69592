// SPDX-License-Identifier: Apache-2.0
/** Response bodies: which are read, and how they are decoded within a memory budget. */
@NullMarked
package io.github.checklinks.fetch.body;

import org.jspecify.annotations.NullMarked;
