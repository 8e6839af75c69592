/** Tests of the crawl. */
@NullMarked
package io.github.checklinks.crawl;

import org.jspecify.annotations.NullMarked;
