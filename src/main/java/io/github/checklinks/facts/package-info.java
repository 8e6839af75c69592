// SPDX-License-Identifier: Apache-2.0
/** The results of a crawl: targets, their outcomes, anchors of pages and the stored links. */
@NullMarked
package io.github.checklinks.facts;

import org.jspecify.annotations.NullMarked;
