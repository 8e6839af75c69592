/** Addresses as browsers read them: parsing and resolving after the WHATWG URL standard, and patterns over them. */
@NullMarked
package io.github.checklinks.url;

import org.jspecify.annotations.NullMarked;
