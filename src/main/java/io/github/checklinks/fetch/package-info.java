/** One request in, one response out. */
@NullMarked
package io.github.checklinks.fetch;

import org.jspecify.annotations.NullMarked;
