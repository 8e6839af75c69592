// SPDX-License-Identifier: Apache-2.0
/** Answers of other sites, kept from one build to the next. */
@NullMarked
package io.github.checklinks.crawl.cache;

import org.jspecify.annotations.NullMarked;
