// SPDX-License-Identifier: Apache-2.0
/** What the Maven project says about its site. */
@NullMarked
package io.github.checklinks.maven.project;

import org.jspecify.annotations.NullMarked;
