// SPDX-License-Identifier: Apache-2.0
/** Parameters as typed, turned into values. */
@NullMarked
package io.github.checklinks.maven.parameter;

import org.jspecify.annotations.NullMarked;
