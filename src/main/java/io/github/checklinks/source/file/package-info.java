// SPDX-License-Identifier: Apache-2.0
/** The files of a project, read within its directory. */
@NullMarked
package io.github.checklinks.source.file;

import org.jspecify.annotations.NullMarked;
