// SPDX-License-Identifier: Apache-2.0
/** Printing, quoting and comparing text, messages for system failures, and files that are replaced as a whole. */
@NullMarked
package io.github.checklinks.text;

import org.jspecify.annotations.NullMarked;
