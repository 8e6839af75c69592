// SPDX-License-Identifier: Apache-2.0
/** Paths, URLs and sources derived from the Maven project. */
@NullMarked
package io.github.checklinks.maven.project;

import org.jspecify.annotations.NullMarked;
