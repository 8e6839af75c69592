/** From a page back to the file its author edits. */
@NullMarked
package io.github.checklinks.source;

import org.jspecify.annotations.NullMarked;
