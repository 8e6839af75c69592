// SPDX-License-Identifier: Apache-2.0
/**
 * Scanning pages: from bytes to numbers of links and anchors. A hot path, written for HotSpot; see "Keeping it fast" in
 * CONTRIBUTING.
 */
@NullMarked
package io.github.checklinks.crawl.page;

import org.jspecify.annotations.NullMarked;
