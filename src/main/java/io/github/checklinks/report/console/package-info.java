// SPDX-License-Identifier: Apache-2.0
/** The console report. */
@NullMarked
package io.github.checklinks.report.console;

import org.jspecify.annotations.NullMarked;
