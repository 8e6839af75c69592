// SPDX-License-Identifier: Apache-2.0
/** What all reports show of a result, redacted. */
@NullMarked
package io.github.checklinks.report.view;

import org.jspecify.annotations.NullMarked;
