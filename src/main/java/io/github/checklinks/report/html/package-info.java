// SPDX-License-Identifier: Apache-2.0
/** The HTML report. */
@NullMarked
package io.github.checklinks.report.html;

import org.jspecify.annotations.NullMarked;
