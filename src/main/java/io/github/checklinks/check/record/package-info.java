/** What the record of external links means for verdicts, and the record that follows from a run. */
@NullMarked
package io.github.checklinks.check.record;

import org.jspecify.annotations.NullMarked;
