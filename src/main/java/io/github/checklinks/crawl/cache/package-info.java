// SPDX-License-Identifier: Apache-2.0
/** The persistent cache of responses of external sites. */
@NullMarked
package io.github.checklinks.crawl.cache;

import org.jspecify.annotations.NullMarked;
