/** Which addresses are visited, when and how often, and the facts that the visits yield. */
@NullMarked
package io.github.checklinks.crawl;

import org.jspecify.annotations.NullMarked;
