/** Tests of reading and writing JSON. */
@NullMarked
package io.github.checklinks.json;

import org.jspecify.annotations.NullMarked;
