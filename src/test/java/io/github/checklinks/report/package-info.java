/** Tests of the reports. */
@NullMarked
package io.github.checklinks.report;

import org.jspecify.annotations.NullMarked;
