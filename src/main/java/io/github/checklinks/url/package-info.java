/** URLs as browsers read them: parsing and resolving according to the WHATWG URL standard, and patterns for them. */
@NullMarked
package io.github.checklinks.url;

import org.jspecify.annotations.NullMarked;
