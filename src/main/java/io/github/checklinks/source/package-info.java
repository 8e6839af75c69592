/** Locates links of built pages in the source files that authors edit. */
@NullMarked
package io.github.checklinks.source;

import org.jspecify.annotations.NullMarked;
