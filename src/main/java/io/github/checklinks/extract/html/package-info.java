// SPDX-License-Identifier: Apache-2.0
/** Links and anchors of HTML pages, read by a tokenizer over bytes or, where a selector must be matched, from a tree. */
@NullMarked
package io.github.checklinks.extract.html;

import org.jspecify.annotations.NullMarked;
