// SPDX-License-Identifier: Apache-2.0
/** Local directories: files found by their URLs. */
@NullMarked
package io.github.checklinks.crawl.directory;

import org.jspecify.annotations.NullMarked;
