/** From facts to verdicts, and from verdicts to the gate's decision. */
@NullMarked
package io.github.checklinks.check;

import org.jspecify.annotations.NullMarked;
