@NullMarked
package io.github.checklinks.source;

import org.jspecify.annotations.NullMarked;
