// SPDX-License-Identifier: Apache-2.0
/** The redacted view of results shared by all reports. */
@NullMarked
package io.github.checklinks.report.view;

import org.jspecify.annotations.NullMarked;
