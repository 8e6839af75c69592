// SPDX-License-Identifier: Apache-2.0
/** The rules of robots.txt (RFC 9309). */
@NullMarked
package io.github.checklinks.crawl.robots;

import org.jspecify.annotations.NullMarked;
