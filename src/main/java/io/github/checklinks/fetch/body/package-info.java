// SPDX-License-Identifier: Apache-2.0
/** Bodies of responses: what is kept of them, decoded within a limit of memory. */
@NullMarked
package io.github.checklinks.fetch.body;

import org.jspecify.annotations.NullMarked;
