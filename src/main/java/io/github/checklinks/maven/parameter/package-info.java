// SPDX-License-Identifier: Apache-2.0
/** Parsers for the parameters of the goals. */
@NullMarked
package io.github.checklinks.maven.parameter;

import org.jspecify.annotations.NullMarked;
