/** The report formats, one class each. */
@NullMarked
package io.github.checklinks.report;

import org.jspecify.annotations.NullMarked;
