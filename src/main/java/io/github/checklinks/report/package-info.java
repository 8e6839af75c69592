/** Results told: one class a format. */
@NullMarked
package io.github.checklinks.report;

import org.jspecify.annotations.NullMarked;
