// SPDX-License-Identifier: Apache-2.0
/** Hints that suggest what was probably meant by a broken link. */
@NullMarked
package io.github.checklinks.check.hint;

import org.jspecify.annotations.NullMarked;
