/** Judges links by the facts that a crawl collected, and decides whether the build passes. */
@NullMarked
package io.github.checklinks.check;

import org.jspecify.annotations.NullMarked;
