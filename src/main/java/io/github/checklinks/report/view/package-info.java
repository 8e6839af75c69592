// SPDX-License-Identifier: Apache-2.0
/** The view of results shared by all reports, with printable texts. */
@NullMarked
package io.github.checklinks.report.view;

import org.jspecify.annotations.NullMarked;
