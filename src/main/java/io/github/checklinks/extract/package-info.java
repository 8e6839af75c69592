/** Extraction of links and anchors from the bytes of a document. */
@NullMarked
package io.github.checklinks.extract;

import org.jspecify.annotations.NullMarked;
