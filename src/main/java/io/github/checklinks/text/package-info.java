// SPDX-License-Identifier: Apache-2.0
/** Printing, quoting and comparing text, and messages for system failures. */
@NullMarked
package io.github.checklinks.text;

import org.jspecify.annotations.NullMarked;
