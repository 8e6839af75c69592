/** The crawl: requests the links of a site, reads its pages and records the facts about them. */
@NullMarked
package io.github.checklinks.crawl;

import org.jspecify.annotations.NullMarked;
