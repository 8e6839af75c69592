// SPDX-License-Identifier: Apache-2.0
/** What a crawl found: targets, their outcomes, anchors of pages and the stored links. */
@NullMarked
package io.github.checklinks.facts;

import org.jspecify.annotations.NullMarked;
