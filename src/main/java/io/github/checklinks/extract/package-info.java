/** From the bytes of a page to its links and anchors. */
@NullMarked
package io.github.checklinks.extract;

import org.jspecify.annotations.NullMarked;
