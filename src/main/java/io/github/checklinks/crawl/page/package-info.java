// SPDX-License-Identifier: Apache-2.0
/** Reading a page: from its bytes to numbers of links and anchors. Written for speed. */
@NullMarked
package io.github.checklinks.crawl.page;

import org.jspecify.annotations.NullMarked;
