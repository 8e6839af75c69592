/** What is known of external links from one recorded run to the next, in a file of the repository. */
@NullMarked
package io.github.checklinks.crawl.record;

import org.jspecify.annotations.NullMarked;
