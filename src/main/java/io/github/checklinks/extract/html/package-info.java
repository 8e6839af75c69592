// SPDX-License-Identifier: Apache-2.0
/** Extraction of links and anchors from HTML pages, by a tokenizer over bytes or, if selectors must be matched, from a tree. */
@NullMarked
package io.github.checklinks.extract.html;

import org.jspecify.annotations.NullMarked;
