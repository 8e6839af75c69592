/** Maven's border: parameters in, messages and exceptions out. */
@NullMarked
package io.github.checklinks.maven;

import org.jspecify.annotations.NullMarked;
