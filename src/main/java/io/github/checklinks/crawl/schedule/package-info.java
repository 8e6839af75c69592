// SPDX-License-Identifier: Apache-2.0
/** When a request is sent, and what follows from a response. */
@NullMarked
package io.github.checklinks.crawl.schedule;

import org.jspecify.annotations.NullMarked;
